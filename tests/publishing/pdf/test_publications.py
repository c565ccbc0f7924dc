"""Every publication of this repository is an accessible PDF that says what its pages say, in their order."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from golocal.content.catalogue import Catalogue
from golocal.publishing.pdf.compiler import compile_pdf
from golocal.publishing.pdf.source import typst_source
from golocal.publishing.pdf.text import PageRefused
from golocal.publishing.publications.book import Binder, Book
from golocal.publishing.publications.make import write_publications
from golocal.publishing.publications.tidy import HEADINGS
from golocal.reading.settings import read_settings
from golocal.rendering.identity import identity_of
from golocal.rendering.page_tree import MarkdownSettings, plain_text
from golocal.rendering.publications import publications
from golocal.rendering.site import Site

from .making import assert_accessible
from .pdf_text import text_of_pdf

CHAPTER, PAPERS = "chapter-human-rights-budgeting", "papers-1"
BEHIND_LINKS = re.compile(r"\(p\.\d+\)|,p\.\d+")
"""The page to which a link leads; the trees do not know it."""
LAZY = re.compile(r"(?i)(?:image|picture|figure|graphic|photo|diagram)s?(?: of)?|.*\.(?:svg|png|jpe?g)")


@pytest.fixture(scope="module")
def made(
    repository: Path, catalogue: Catalogue, open_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The files of all publications by their names."""
    folder = tmp_path_factory.mktemp("publications")
    write_publications(repository, catalogue, open_data, folder)
    return {path.stem: path for path in folder.glob("*.pdf")}


@pytest.fixture(scope="module")
def books(repository: Path, catalogue: Catalogue) -> dict[str, Book]:
    """All publications as trees."""
    settings = read_settings(repository)
    binder = Binder(Site(repository, catalogue, identity_of(settings)), MarkdownSettings.from_config(settings))
    return {publication.name: binder.book(publication) for publication in publications(catalogue)}


def squeezed(text: str) -> str:
    """Text without spaces, which a PDF does not keep at the ends of lines, and without the room to write in."""
    return "".join(text.split()).replace("_", "")


def elements(book: Book, *names: str) -> Iterator[etree._Element]:
    """All elements of these names in a book, in order."""
    for part in book.parts:
        yield from part.tree.iter(*names)


def test_every_chapter_paper_path_and_the_tasks_are_published(made: dict[str, Path], catalogue: Catalogue) -> None:
    chapters = {f"chapter-{entry.key.id}" for entry in catalogue.of_kind("chapter")}
    papers = {entry.key.id for entry in catalogue.of_kind("paper")}
    paths = {f"path-{entry.key.id}" for entry in catalogue.of_kind("learning-path")}
    assert made.keys() == {"toolkit", "tasks", *chapters, *papers, *paths}
    assert not any(name.startswith("hrgl") for name in made), "records of the works of others are not published as ours"


def test_every_publication_passes_the_checker(made: dict[str, Path]) -> None:
    for file in made.values():
        assert_accessible(file)


@pytest.mark.slow
def test_the_same_sources_give_the_same_bytes_elsewhere(
    made: dict[str, Path],
    repository: Path,
    catalogue: Catalogue,
    open_data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root, folder = tmp_path / "elsewhere", tmp_path / "out"
    shutil.copytree(repository, root, ignore=shutil.ignore_patterns(".cache"))
    folder.mkdir()
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert all(write_publications(root, catalogue, open_data, folder).values()), "all are made anew"
    assert {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.pdf")} == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in made.items()
    }


def test_what_has_not_changed_comes_from_the_cache(
    made: dict[str, Path], repository: Path, catalogue: Catalogue, open_data: Path, tmp_path: Path
) -> None:
    written = write_publications(repository, catalogue, open_data, tmp_path)
    assert written.ending(".pdf", ".docx", ".xlsx").anew == 0
    assert {path.name for path in tmp_path.iterdir()} == written.keys(), "what is told is what was written"
    assert len(written.ending(".epub")) == len(written.ending(".pdf")) == len(made)
    assert (tmp_path / f"{PAPERS}.pdf").read_bytes() == made[PAPERS].read_bytes()


@pytest.mark.parametrize("name", [CHAPTER, PAPERS])
def test_text_comes_in_the_order_of_the_pages(made: dict[str, Path], books: dict[str, Book], name: str) -> None:
    text = BEHIND_LINKS.sub("", squeezed(text_of_pdf(made[name].read_bytes())))
    place = text.index(squeezed("Contents"))
    for element in elements(books[name], *HEADINGS, "p"):
        wanted = squeezed(plain_text(element))[:60]
        if element.find(".//svg") is None and element.find(".//code") is None and wanted:
            found = text.find(wanted, place)
            assert found >= 0, f"{wanted} does not follow in its order"
            place = found


def test_headings_skip_no_level(books: dict[str, Book]) -> None:
    for name, book in books.items():
        levels = [int(element.tag[1]) for element in elements(book, *HEADINGS)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_every_table_has_header_cells_with_words(books: dict[str, Book]) -> None:
    count = 0
    for name, book in books.items():
        for table in elements(book, "table"):
            heads = table.findall("./thead/tr/th")
            assert heads, name
            named = [bool(plain_text(cell).strip()) for cell in heads]
            assert all(named[1:]), (
                name,
                table.get("data-place"),
                "only the corner over the names of rows may be empty",
            )
            count += 1
    assert count > 50


def test_alternative_texts_say_something(books: dict[str, Book]) -> None:
    figures = [element for book in books.values() for element in elements(book, "svg", "img")]
    assert figures
    for figure in figures:
        text = figure.get("aria-label") or figure.get("alt") or ""
        assert len(text.split()) >= 3, text
        assert not LAZY.fullmatch(text), text


def test_every_link_leads_somewhere(books: dict[str, Book]) -> None:
    for name, book in books.items():
        ids = [element.get("id") for element in elements(book, "*") if element.get("id")]
        assert len(ids) == len(set(ids)), name
        for link in elements(book, "a"):
            target = link.get("href", "")
            assert target[1:] in ids if target.startswith("#") else re.match(r"https?://|mailto:", target), target


def test_cover_and_imprint_say_whose_it_is_not(made: dict[str, Path], repository: Path) -> None:
    independence = squeezed(identity_of(read_settings(repository)).independence)
    for file in made.values():
        text = squeezed(text_of_pdf(file.read_bytes()))
        before = text[: text.index("Contents")]
        assert independence in before
        assert independence in text[text.rindex("Imprint") :]
        assert squeezed("How to cite") in text


def test_a_publication_has_its_sources_once_and_a_glossary_of_its_terms(books: dict[str, Book]) -> None:
    book = books[CHAPTER]
    parts = {part.id: part.tree for part in book.parts}
    cited = {link.get("href") for link in elements(book, "a") if link.get("href", "").startswith("#ref-")}
    assert {f"#{item.get('id')}" for item in parts["sources"].iter("li")} == cited
    terms = {link.get("href") for link in elements(book, "a") if link.get("href", "").startswith("#term-")}
    assert {f"#{term.get('id')}" for term in parts["glossary"].iter("dt") if term.get("id")} == terms
    assert [plain_text(heading) for heading in elements(book, "h1", "h2")].count("Sources") == 1


def test_without_an_address_pages_on_the_site_are_listed_by_title(books: dict[str, Book]) -> None:
    listed = next(part.tree for part in books[CHAPTER].parts if part.id == "on-the-site")
    assert not list(listed.iter("a"))
    assert "Equality data collection" in plain_text(listed)


def test_with_an_address_links_and_list_show_it(
    repository: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://guide.example/town/")
    settings = read_settings(repository)
    binder = Binder(Site(repository, catalogue, identity_of(settings)), MarkdownSettings.from_config(settings))
    book = binder.book(next(each for each in publications(catalogue) if each.name == PAPERS))
    listed = next(part.tree for part in book.parts if part.id == "on-the-site")
    addresses = [link.get("href") for link in listed.iter("a")]
    assert "https://guide.example/town/library/standards/icescr/" in addresses
    texts = [link.get("href", "") for part in book.parts[:2] for link in part.tree.iter("a")]
    assert "https://guide.example/town/library/standards/icescr/#art-2-1" in texts


def test_a_table_that_does_not_fit_is_refused_with_its_place(books: dict[str, Book], repository: Path) -> None:
    book = books[PAPERS]
    cells = list(elements(book, "th"))[:4]
    kept = [cell.text for cell in cells]
    for cell in cells[:3]:
        cell.text = "Donaudampfschifffahrtsgesellschaft" * 2
    try:
        with pytest.raises(PageRefused, match=r"table-too-wide, volumes/papers-1/governing-by-objectives\.md#0, \d+"):
            compile_pdf(typst_source(book), repository)
    finally:
        for cell, text in zip(cells, kept, strict=True):
            cell.text = text
