"""A broken link comes with what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from golocal.checks.run import check

PRACTICE = "docs/practices/tarnholm-heat-fund.md"


@pytest.mark.parametrize(
    ("target", "help"),
    [
        ("../data/rights/core.yml", "data files are not on the site; link to the record, such as `right:housing`"),
        ("../data/terms/gone.yml", "data files are not on the site; link to the record, such as `term:ID`"),
        ("../data/vocabularies/themes.yml", "data files are not on the site; link to the record, such as `right:ID`"),
        ("../library/rights/housing.md", "pages of rights are made by the build; write `right:housing`"),
        ("../library/rights/housing.md#x", "pages of rights are made by the build; write `right:housing`"),
        ("../library/terms.md#duty-bearer", "pages of terms are made by the build; write `term:duty-bearer`"),
    ],
)
def test_what_is_not_published_is_told_with_the_way_out(world: Path, target: str, help: str) -> None:
    file = world / PRACTICE
    file.write_text(f"{file.read_text('utf-8')}\nRead [more]({target}).\n", encoding="utf-8")
    (finding,) = [finding for finding in check(world).findings if finding.rule == "link-broken"]
    assert finding.help == help
