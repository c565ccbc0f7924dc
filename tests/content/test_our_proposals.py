"""What a proposal says that it costs is what the step that it links says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "library/our-proposals.md").read_text(encoding="utf-8")
LINKED = re.compile(r"^(\*\*Cost\.\*\*.*)\(\[step (\d+)\]\(\.\./\.\./(toolkit/[a-z-]+)/practise\.md#\2-", re.MULTILINE)


@pytest.mark.parametrize(("cost", "step", "chapter"), LINKED.findall(PAGE))
def test_days_are_those_of_the_step(cost: str, step: str, chapter: str) -> None:
    page = (DOCS.parent / chapter / "practise.md").read_text(encoding="utf-8")
    told = re.search(rf"^### {step}\. .*?^Time\n([^\n]+)\nSmall town\n([^\n]+)$", page, re.MULTILINE | re.DOTALL)
    assert told
    days = [found[1] for found in re.finditer(r"(\d+ to \d+) staff-days", told[1] + told[2])]
    assert len(days) == 2
    assert [span for span in days if span not in cost] == []


def test_each_proposal_has_all_its_parts() -> None:
    proposals = [part for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:] if "**To:**" in part]
    parts = ("**Reason.**", "**Seen in.**", "**Indicator.**", "**Cost.**", "**Against it.**")
    assert [
        proposal.count("(practice:") >= 2 and all(part in proposal for part in parts) for proposal in proposals
    ] == [True] * 10


def test_a_fifth_of_a_post() -> None:
    assert f"A fifth of 220 working days is {220 // 5} staff-days" in PAGE
