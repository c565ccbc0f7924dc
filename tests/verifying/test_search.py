"""The search of a built site fits the site: its files are there, of one edition, and lead to pages and anchors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from golocal.rendering.search.scripts import FACETS, START, scripts
from golocal.rendering.search.sections import Section
from golocal.rendering.search.units import Unit
from golocal.verifying.run import verify_files

Write = Callable[..., Path]
KIND = ("Task", "Tasks")
PAGES = {"index.html": '<html><body><dialog id="__search"></dialog>', "a.html": '<html><body><p id="one">'}
UNITS = [
    Unit("a.html", "A", KIND, [Section("", "A", ["Some words."])]),
    Unit("a.html#one", "One", KIND, [Section("", "One", ["More."])]),
]
ANOTHER = scripts(UNITS[:1], {}, [], {})


def problems(folder: Path, write: Write, units: list[Unit], **changed: str) -> list[tuple[str, str]]:
    """Problems of a site with the search of these units; files may be changed, or taken away by an empty text."""
    files = {f"search/{name}": text for name, text in scripts(units, {}, [], {}).items()}
    write(folder, {path: text for path, text in {**PAGES, **files, **changed}.items() if text})
    return [(problem.path, problem.text) for problem in verify_files(folder, offline=True)]


def test_a_search_that_fits_has_no_problem(tmp_path: Path, write: Write) -> None:
    assert problems(tmp_path, write, UNITS) == []


@pytest.mark.parametrize("text", ["", "golocalSearch.start({});\n", "golocalSearch.start({]);\n", "x"])
def test_a_search_that_is_not_there_is_found(tmp_path: Path, write: Write, text: str) -> None:
    [(path, _)] = problems(tmp_path, write, UNITS, **{f"search/{START}": text})
    assert path == f"search/{START}"


def test_pages_without_a_search_need_none(tmp_path: Path, write: Write) -> None:
    write(tmp_path, {"index.html": "<html><body>"})
    assert verify_files(tmp_path, offline=True) == []


@pytest.mark.parametrize("name", [FACETS, "text/0.js", "77-6f.js"])
def test_a_file_that_is_missing_or_of_another_edition_is_found(tmp_path: Path, write: Write, name: str) -> None:
    path = f"search/{name}"
    assert [row[0] for row in problems(tmp_path / "one", write, UNITS, **{path: ""})] == [path]
    assert [row[0] for row in problems(tmp_path / "two", write, UNITS, **{path: ANOTHER[name]})] == [path]


@pytest.mark.parametrize(("address", "trouble"), [("b.html", "no such file"), ("a.html#two", "no such anchor")])
def test_what_is_found_must_be_there(tmp_path: Path, write: Write, address: str, trouble: str) -> None:
    [(_, text)] = problems(tmp_path, write, [Unit(address, "A", KIND, [Section("", "A", ["Words."])])])
    assert trouble in text
    assert address in text
