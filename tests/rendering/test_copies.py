"""Each page stands beside itself as plain Markdown, with links from copy to copy, and a short list leads to the texts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.content.corpus import Document
from golocal.content.locations import staged_path
from golocal.rendering.copies import write_copies
from golocal.rendering.identity import Identity
from golocal.rendering.pages import documents
from golocal.rendering.pages.page import Workshop
from golocal.rendering.site import Site

LINK = re.compile(r"(?<!\\)\]\(([^)\s#]+)(?:#[^)\s]*)?\)")


@pytest.fixture
def site(world: Path) -> Site:
    return Site(world, check(world).catalogue, Identity("The world", "Of nobody else.", "CC BY-SA 4.0"), preview=True)


@pytest.fixture
def folder(site: Site, tmp_path: Path) -> Path:
    write_copies(site, tmp_path / "site")
    return tmp_path / "site"


def test_every_page_has_a_copy(folder: Path, site: Site) -> None:
    copies = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
    assert copies == set(map(staged_path, site.paths))


def test_links_of_copies_lead_to_copies(folder: Path, site: Site) -> None:
    others = {(folder / staged_path(path)).resolve() for path in site.files}
    for copy in folder.rglob("*.md"):
        for target in LINK.findall(copy.read_text("utf-8")):
            if "://" in target or target.startswith("mailto:"):
                continue
            place = (copy.parent / target).resolve()
            assert place.is_file() or place in others, (copy, target)


def test_a_copy_holds_citations_written_out(folder: Path) -> None:
    text = (folder / "tasks/cold-week.md").read_text("utf-8")
    assert text.startswith("---\nkind: task\n")
    assert "[@" not in text


def test_the_list_names_texts_that_are_there(folder: Path) -> None:
    text = (folder / "llms.txt").read_text("utf-8")
    assert text.startswith("# The world\n\n> Of nobody else.")
    targets = LINK.findall(text)
    assert "tasks/cold-week.md" in targets
    assert [target for target in targets if not (folder / target).is_file()] == []


def test_drafts_are_not_listed(folder: Path) -> None:
    assert "draft-task" not in (folder / "llms.txt").read_text("utf-8")


def test_pages_and_copies_are_laid_out_once(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expanded: list[str] = []
    body = documents.body

    def counted(workshop: Workshop, document: Document, text: str, index: str) -> str:
        expanded.append(document.path)
        return body(workshop, document, text, index)

    monkeypatch.setattr(documents, "body", counted)
    pages = {path: site.page(path) for path in site.paths}
    write_copies(site, tmp_path / "site")
    assert len(pages) > len(expanded) == len(set(expanded)) > 0
