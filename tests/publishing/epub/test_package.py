"""What an EPUB says of itself: facts of the publication, nothing of the day or the machine, no claim that nobody tested."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publishing.pdf.making import IMPRINT

from golocal.publishing.epub.contents import Entry, nested
from golocal.publishing.epub.cover import cover_picture
from golocal.publishing.epub.writer import epub

from .making import COVER, book, opened, part
from .opened import NAMES, TYPE, Opened, one, text_of

TEXT = part("t0", "One", '<h2 id="t0-a">A</h2><h3 id="t0-b">B</h3><h4 id="t0-c">C</h4><p>Text</p>')


def test_the_facts_of_the_publication() -> None:
    made = opened(TEXT)
    facts = {
        name: made.metadata(f"dc:{name}") for name in ("title", "creator", "language", "date", "rights", "description")
    }
    assert facts == {
        "title": ["Title"],
        "creator": ["The project"],
        "language": ["en"],
        "date": ["2031-03-01"],
        "rights": ["CC BY-SA 4.0"],
        "description": ["Summary Independent."],
    }
    assert made.properties("dcterms:modified") == ["2031-03-01T00:00:00Z"]
    assert made.properties("schema:version") == ["1.0"]
    assert made.metadata("dc:source") == []


def test_the_identifier_stays_with_the_publication() -> None:
    first = opened(TEXT).metadata("dc:identifier")
    assert first[0].startswith("urn:uuid:")
    assert opened(TEXT, TEXT_TWO, title="New title", version="2.0").metadata("dc:identifier") == first
    assert opened(TEXT, author="An institute").metadata("dc:identifier") != first
    assert opened(TEXT, language="fr").metadata("dc:identifier") != first


TEXT_TWO = part("t1", "Two", "<p>Text</p>", level=2)


def test_a_volume_names_its_series() -> None:
    cited = replace(IMPRINT.cited, series="Papers", number="4", address="https://a.example/papers-4/")
    made = opened(TEXT, imprint=replace(IMPRINT, cited=cited))
    assert made.properties("belongs-to-collection") == ["Papers"]
    assert made.properties("group-position") == ["4"]
    assert made.metadata("dc:source") == ["https://a.example/papers-4/"]


def test_accessibility_claims_what_is_there() -> None:
    made = opened(TEXT)
    assert made.properties("schema:accessMode") == ["textual"]
    assert made.properties("schema:accessModeSufficient") == ["textual"]
    assert made.properties("schema:accessibilityHazard") == ["none"]
    assert "alternativeText" not in made.properties("schema:accessibilityFeature")
    assert made.properties("dcterms:conformsTo") == [], "no person has judged it"
    assert "have not tested it" in made.properties("schema:accessibilitySummary")[0]
    figure = '<p><svg class="figure" aria-label="a" viewBox="0 0 1 1"/></p>'
    shows = opened(part("t0", "One", figure))
    assert shows.properties("schema:accessMode") == ["textual", "visual"]
    assert "alternativeText" in shows.properties("schema:accessibilityFeature")


def test_contents_are_nested_and_stop_at_the_third_level() -> None:
    made = opened(TEXT, TEXT_TWO)
    rows = [("t0.xhtml", "One"), ("t0.xhtml#t0-a", "A"), ("t0.xhtml#t0-b", "B"), ("t1.xhtml", "Two")]
    assert made.listed() == [*rows, ("sources.xhtml", "Sources"), ("glossary.xhtml", "Glossary")]
    nav = one(made.page(made.contents), f".//h:nav[@{TYPE}='toc']")
    assert [text_of(one(row, "h:a")) for row in nav.iterfind("h:ol/h:li", NAMES)] == [
        "One",
        "Sources",
        "Glossary",
    ]
    below = nav.findall("h:ol/h:li/h:ol/h:li", NAMES)
    assert [text_of(one(row, "h:a")) for row in below] == ["A", "Two"]


@pytest.mark.parametrize("levels", [[2, 1], [1, 3, 2], [3], [1, 2, 3, 1, 3]])
def test_a_level_that_is_skipped_loses_no_line(levels: list[int]) -> None:
    rows = [Entry(level, str(number), "a") for number, level in enumerate(levels)]
    tree = nested(rows)
    assert [text_of(link) for link in tree.iterfind(".//h:a", NAMES)] == [row.title for row in rows]
    assert all(len(row.findall("h:ol", NAMES)) <= 1 for row in tree.iter("*"))


def test_landmarks_name_places() -> None:
    made = opened(TEXT)
    nav = one(made.page(made.contents), f".//h:nav[@{TYPE}='landmarks']")
    places = {link.get(TYPE): link.get("href") for link in nav.iterfind(".//h:a", NAMES)}
    assert places == {
        "titlepage": "title.xhtml",
        "toc": "contents.xhtml",
        "bodymatter": "t0.xhtml",
        "bibliography": "sources.xhtml",
        "glossary": "glossary.xhtml",
    }


def test_the_title_page_says_whose_it_is_not() -> None:
    said = text_of(opened(TEXT).page("title.xhtml"))
    for words in ("Chapter 7", "Title", "The project", "Independent.", "Version 1.0, 1 March 2031", "Not yet reviewed"):
        assert words in said


def test_the_first_entry_tells_the_kind_of_file() -> None:
    data = opened(TEXT).data
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    made = Opened(data)
    assert {entry.date_time[:3] for entry in made.zip.infolist()} == {(2031, 3, 1)}


def test_the_same_book_gives_the_same_bytes_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, cover = epub(book(TEXT), COVER, tmp_path), cover_picture(IMPRINT, tmp_path)
    assert cover.startswith(b"\x89PNG")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert epub(book(TEXT), COVER, Path()) == first
    assert cover_picture(IMPRINT, Path()) == cover
    assert epub(book(TEXT, imprint=replace(IMPRINT, date=datetime.date(2031, 3, 2))), COVER, tmp_path) != first
