"""`golocal check --report`: figures of a text, counted here by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from golocal.commands import main
from golocal.content.texts import syllables

NOTE = """---
title: Note
summary: A note of a few sentences, to see what is counted in them.
status: published
provenance: original
version: "1.0"
published: 2031-03-01
---

## Heads are no sentences

The council meets in the old hall every month. It asks what 12 towns did, e.g. in winter [@invented2020coalition, p. 3].

The people of Tarnholm said that they had never been asked about it, see [a right](right:housing) and [it again](right:housing).

Short [practice](practice:tarnholm-heat-fund). `not code`

```text
nor this at all, however long it may be, with 3 figures
```
"""


@pytest.fixture
def here(world: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (world / "docs/about/note.md").write_text(NOTE, encoding="utf-8")
    monkeypatch.chdir(world)
    return world


def report(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["check", "--report", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def rows(*arguments: str) -> list[dict[str, Any]]:
    found = json.loads(report("--format", "json", *arguments))
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("time", ["first", "from the cache"])
def test_figures_of_a_note(here: Path, time: str) -> None:
    if time != "first":
        report()
    (note,) = rows("docs/about/note.md")
    assert note["citations"] == 1
    assert (note["factual"], note["cited"], note["share_cited"]) == (2, 1, 0.5)
    assert note["links"] == {"practice": 1, "indicator": 0, "standard": 0}
    first, second, third = 9, 9, 19
    assert note["words"] == first + second + third + len("Heads are no sentences Short practice".split())
    assert note["sentence"] == pytest.approx((first + second + third) / 3)


def test_the_table_has_a_line_for_each_page_and_one_for_all(here: Path) -> None:
    lines = report("docs/about").splitlines()
    pages = [line.split()[0] for line in lines]
    assert pages[0] == "page"
    assert "docs/about/note.md" in pages
    assert pages[-1] == "all"
    words = [int(line.split()[1]) for line in lines[1:]]
    assert words[-1] == sum(words[:-1])


def test_plain_sentences_are_easier(here: Path) -> None:
    hard = (
        NOTE.partition("## ")[0]
        + "## Text\n\n"
        + "Intergovernmental conditionalities notwithstanding, municipal administrations operationalise. " * 4
    )
    (here / "docs/about/hard.md").write_text(hard, encoding="utf-8")
    (hard_row,), (plain_row,) = rows("docs/about/hard.md"), rows("docs/about/note.md")
    assert hard_row["ease"] < 0
    assert plain_row["ease"] > 60


@pytest.mark.parametrize(
    ("word", "count"),
    [("the", 1), ("make", 1), ("table", 2), ("council", 2), ("equality", 4), ("12", 1)],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count
