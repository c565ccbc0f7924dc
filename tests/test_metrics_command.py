"""`golocal metrics`: figures of the invented world, counted here by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from golocal.commands import main

UNCITED = "town2031report:\n  type: report\n  title: A report\n  issued: 2031\n  read: whole\n"
NOTE = """---
title: Note
summary: A note of five words and one link, to see what is counted.
status: published
provenance: original
version: "1.0"
published: 2031-03-01
reviewed: 2031-04-01
reviewed_by: Housing officer of a town
---

## Two words

Three of [them](right:housing) [@invented2020coalition, p. 3]. `not code`

```text
nor this
```
"""


def metrics(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["metrics", *arguments])
    assert result.exit_code == 0
    return result.stdout


def as_json() -> dict[str, object]:
    found = json.loads(metrics("--format", "json"))
    assert isinstance(found, dict)
    return found


@pytest.fixture
def here(world: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(world)
    return world


def test_figures_of_the_world(here: Path) -> None:
    found = as_json()
    assert found["documents"] == {
        "academy": 1, "article": 1, "chapter": 1, "chapter-part": 5, "learning-path": 1, "meeting": 1, "news": 1,
        "outcome": 1, "page": 3, "paper": 1, "practice": 1, "task": 2, "volume": 1, "worksheet": 1,
    }  # fmt: skip
    assert found["sources_by_reading"] == {"part": 1, "reported": 1, "whole": 1}
    assert found["practices_by_evidence"] == {"self-reported": 1}
    assert found["practices_by_state"] == {"ongoing": 1}
    assert (found["sources_never_cited"], found["waivers"]) == ([], {})


def test_a_source_that_nothing_cites_is_named_and_no_fault(here: Path) -> None:
    (here / "docs/data/references/more.yml").write_text(UNCITED, encoding="utf-8")
    assert as_json()["sources_never_cited"] == ["town2031report"]
    assert metrics().splitlines()[-2:] == ["sources never cited: 1", "  town2031report"]
    assert CliRunner().invoke(main, ["check"]).stdout == "No findings.\n"


def test_words_are_those_of_the_text_alone(here: Path) -> None:
    before = as_json()
    (here / "docs/about/note.md").write_text(NOTE, encoding="utf-8")
    after = as_json()
    assert isinstance(before["words"], dict)
    assert after["words"] == {**before["words"], "page": before["words"]["page"] + 5}
    assert after["published_without_reviewer"] == before["published_without_reviewer"]


def test_text_says_the_shares(here: Path) -> None:
    assert "sources: 3 (part 1, 33%; reported 1, 33%; whole 1, 33%)" in metrics()


def test_an_empty_repository_has_no_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Empty\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "sources: 0 (none)" in metrics()
