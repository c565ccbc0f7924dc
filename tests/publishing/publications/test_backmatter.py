"""What stands behind the texts leads readers on paper to what the texts name, and says whose the publication is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from golocal.content.catalogue import Catalogue
from golocal.publishing.publications.book import Binder, Book
from golocal.reading.settings import read_settings
from golocal.rendering.identity import identity_of
from golocal.rendering.made import NOTHING_MADE, Made
from golocal.rendering.opendata import PLAN, OpenData
from golocal.rendering.page_tree import MarkdownSettings, plain_text
from golocal.rendering.publications import publications
from golocal.rendering.site import Site

CHAPTER = "chapter-equality-data-collection"
Bind = Callable[..., Book]


@pytest.fixture(scope="module")
def bind(repository: Path, catalogue: Catalogue) -> Bind:
    """Makes the book of a publication."""

    def make(name: str, made: Made = NOTHING_MADE) -> Book:
        settings = read_settings(repository)
        site = Site(repository, catalogue, identity_of(settings), made=made)
        found = next(each for each in publications(catalogue) if each.name == name)
        return Binder(site, MarkdownSettings.from_config(settings)).book(found)

    return make


@pytest.fixture(scope="module")
def book(bind: Bind) -> Book:
    return bind(CHAPTER)


def tree(book: Book, id: str) -> etree._Element:
    """A part of a book."""
    return next(part.tree for part in book.parts if part.id == id)


def rows(book: Book, id: str) -> list[str]:
    """The points of the lists in a part."""
    return [plain_text(item) for item in tree(book, id).iter("li")]


def terms(book: Book) -> dict[str, str]:
    """The entries of the glossary."""
    found = tree(book, "glossary")
    return dict(zip(map(plain_text, found.iter("dt")), map(plain_text, found.iter("dd")), strict=True))


def test_a_practice_is_listed_by_the_town_that_texts_name(book: Book) -> None:
    assert "Ghent, Belgium: Practice tests against discrimination on the rental market" in rows(book, "on-the-site")


def test_a_standard_is_listed_with_its_whole_name(book: Book) -> None:
    assert "ICCPR: International Covenant on Civil and Political Rights" in rows(book, "on-the-site")


def test_pages_of_topics_are_not_listed_and_nothing_leads_to_them(book: Book) -> None:
    facts = next(part.tree for part in book.parts if part.id == "t0").find(".//dl")
    assert facts is not None
    named = {plain_text(term): meaning for term in facts.iter("dt") if (meaning := term.getnext()) is not None}
    assert "Digital rights" in plain_text(named["Themes"])
    assert [plain_text(link) for link in named["Themes"].iter("a")] == []
    assert [plain_text(link) for link in named["Rights"].iter("a")] != []
    assert not {"Digital rights", "Stage: Plan", "The city as employer"} & set(rows(book, "on-the-site"))


def test_with_an_address_pages_of_topics_are_links(bind: Bind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://guide.example/")
    book = bind(CHAPTER)
    targets = {plain_text(link): link.get("href") for part in book.parts for link in part.tree.iter("a")}
    assert targets["Digital rights"] == "https://guide.example/library/themes/digital-rights/"
    assert not [row for row in rows(book, "on-the-site") if row.startswith("Digital rights")]


def test_other_words_for_a_term_lead_to_it(book: Book) -> None:
    found = terms(book)
    assert found["Sensitive data"] == "See Special categories of data."
    assert found["Special categories of data"].startswith("Personal data that European Union law protects most")
    assert "Disaggregated" not in found, "it stands beside Disaggregation"


def test_worksheets_say_that_they_are_some(book: Book) -> None:
    assert "Worksheet: Choose a method" in [part.title for part in book.parts]


def test_the_imprint_says_how_it_was_made_and_whom_to_write_to(book: Book, repository: Path) -> None:
    facts = tree(book, "imprint").find(".//dl")
    assert facts is not None
    said = dict(zip(map(plain_text, facts.iter("dt")), map(plain_text, facts.iter("dd")), strict=True))
    assert said["How it was made"].startswith("The texts were drafted with machine assistance")
    assert said["How it was made"].endswith(".")
    assert said["Contact"]
    assert said["Whose it is not"] == identity_of(read_settings(repository)).independence


def test_a_file_is_listed_by_its_name(bind: Bind, tmp_path: Path) -> None:
    listed = tree(bind("tasks", Made(data=OpenData(tmp_path, {PLAN: 5}))), "on-the-site")
    heading = next(each for each in listed.iter("h2") if plain_text(each) == "Files")
    points = heading.getnext()
    assert points is not None
    assert [plain_text(item) for item in points] == [PLAN]
