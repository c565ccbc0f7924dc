"""Twenty mistakes of people who write texts, as whole files, with exactly what they are told: `mistakes.md`, to be read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from golocal.checks.run import check

PAGE = Path(__file__).parent / "mistakes.md"
CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n\n(?:[^\n~]+\n\n)?File: `(?P<path>[^\n`]+)`\n\n~~~~\n(?P<text>.*?)^~~~~\n\nTold:\n\n~~~~\n(?P<told>.*?)^~~~~$",
    re.MULTILINE | re.DOTALL,
)


class Mistake(NamedTuple):
    """One mistake: the file, and what is said about it."""

    name: str
    path: str
    text: str
    told: str


MISTAKES = [Mistake(**match.groupdict()) for match in CASE.finditer(PAGE.read_text("utf-8"))]


def test_every_case_of_the_page_is_read() -> None:
    assert len(MISTAKES) == PAGE.read_text("utf-8").count("\nTold:\n") >= 10


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_the_editor_is_told(mistake: Mistake, world: Path) -> None:
    file = world / mistake.path
    file.write_text(mistake.text, encoding="utf-8")
    told = [
        f"{f.path}:{f.line}:{f.column}: {f.severity}[{f.rule}]: {f.message}\n  help: {f.help}\n"
        for f in check(world).findings
    ]
    assert "".join(told) == mistake.told


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_it_names_the_place_and_a_way_out(mistake: Mistake) -> None:
    first, help, *_ = mistake.told.splitlines()
    assert first.startswith(f"{mistake.path}:")
    assert re.search(r"\b(?:accepted|add|closest|did you mean|indent|keep|put|remove|say|such as|write)\b", help)
    for jargon in ("mapping", "scalar", "token", "indicator", "Traceback", "NoneType"):
        assert jargon not in mistake.told
