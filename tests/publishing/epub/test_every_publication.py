"""Every publication of this repository as EPUB: whole, in its order, with links that lead somewhere, and the same again elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from golocal.publishing.epub.files import ABOUT_THE_FILE, write_epubs
from golocal.publishing.publications.book import Binder, Book
from golocal.publishing.publications.tidy import HEADINGS
from golocal.rendering.publications import publications

from .opened import Opened, one, text_of

Books = dict[str, Book]
MADE_FOR_IT = ("title.xhtml", "contents.xhtml")
DEEPEST = ("h1", "h2", "h3")


@pytest.fixture(scope="module")
def books(binder: Binder) -> Books:
    """What each file is made of, by its name."""
    found = publications(binder.site.catalogue)
    return {f"{each.name}.epub": binder.book(each, ABOUT_THE_FILE) for each in found}


def files(folder: Path) -> dict[str, Opened]:
    return {path.name: Opened(path.read_bytes()) for path in sorted(folder.glob("*.epub"))}


def pages(made: Opened) -> list[etree._Element]:
    """The texts in the order of reading, without title page and contents."""
    assert tuple(made.reading[:2]) == MADE_FOR_IT
    return [one(made.page(name), ".//h:section") for name in made.reading[2:]]


def letters(elements: list[etree._Element]) -> str:
    """All letters in their order, without white space: blocks are told apart otherwise here and there."""
    return "".join("".join(map(str, element.itertext())) for element in elements).translate(
        str.maketrans("", "", " \n\t\xa0")
    )


def test_every_chapter_volume_and_path_is_there(epubs: Path, books: Books) -> None:
    assert set(files(epubs)) == set(books)
    assert {"toolkit.epub", "tasks.epub", "papers-1.epub"} <= set(books)
    assert sum(name.startswith("chapter-") for name in books) >= 4


def test_the_order_of_reading_is_that_of_the_book(epubs: Path, books: Books) -> None:
    for name, made in files(epubs).items():
        assert len(made.reading) == len(books[name].parts) + len(MADE_FOR_IT)
        assert letters(pages(made)) == letters([part.tree for part in books[name].parts]), name


def test_the_contents_list_every_part_and_heading(epubs: Path, books: Books) -> None:
    for name, made in files(epubs).items():
        headings = [row for part in books[name].parts for row in part.tree.iter(*HEADINGS) if row.tag in DEEPEST]
        assert [title for _, title in made.listed()] == [text_of(row) for row in headings]
        parts = [address for address, _ in made.listed() if "#" not in address]
        assert parts == made.reading[len(MADE_FOR_IT) :], name


def test_links_lead_somewhere_and_nothing_is_fetched_or_run(epubs: Path) -> None:
    assert [f"{name}: {fault}" for name, made in files(epubs).items() for fault in made.faults()] == []


def test_faults_would_be_found(epubs: Path) -> None:
    made = next(iter(files(epubs).values()))
    page = etree.fromstring(
        '<a xmlns="http://www.w3.org/1999/xhtml" href="none.xhtml" onclick="a"><img src="https://a.example/b.png"/><a href="#none"/></a>'
    )
    found = [fault for element in page.iter("*") for fault in made._of(element, "title.xhtml", {"title.xhtml": []})]
    assert found == ["<a> may run", "https://a.example/b.png is fetched", "#none leads nowhere"]


def test_a_file_says_what_it_is(epubs: Path, books: Books) -> None:
    for name, made in files(epubs).items():
        assert made.metadata("dc:title") == [books[name].imprint.title]
        assert books[name].imprint.independence in made.metadata("dc:description")[0]
        assert books[name].imprint.independence in text_of(made.page("title.xhtml"))
    identifiers = [made.metadata("dc:identifier")[0] for made in files(epubs).values()]
    assert len(identifiers) == len(set(identifiers))


def test_a_second_run_elsewhere_gives_the_same_bytes(epubs: Path, binder: Binder, tmp_path: Path) -> None:
    written = write_epubs(binder, tmp_path)
    assert sorted(written) == sorted(files(epubs))
    assert all((tmp_path / name).read_bytes() == made.data for name, made in files(epubs).items())
