"""What becomes of a text: meaning is kept and said twice, to reading systems and to screen readers; what cannot be kept is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from golocal.publishing.epub.markup import Unfit

from .making import opened, part, section
from .opened import NAMES, TYPE, one, text_of

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SVG = (
    '<p><svg class="figure" role="img" viewBox="0 0 10 20"{0}><title id="a">Title</title><desc id="b">Words</desc>'
    '<rect class="fig-paper fig-line" width="5" height="5"/><text class="fig-text fig-strong" x="1" y="2">Text</text></svg></p>'
)


def test_a_citation_opens_its_source_as_a_note() -> None:
    link = one(section('<p>As <a href="#ref-a">Author 2019</a> says.</p>'), ".//h:a")
    assert (link.get("href"), link.get(TYPE), link.get("role")) == ("sources.xhtml#ref-a", "noteref", "doc-noteref")
    sources = opened(part("t0", "Part", "")).page("sources.xhtml")
    note = one(sources, ".//h:li/h:div[@id='ref-a']")
    assert (note.get(TYPE), note.get("role")) == ("footnote", "doc-footnote")
    assert text_of(note) == "Author. Titre."


def test_a_term_leads_to_its_entry_with_the_meaning() -> None:
    link = one(section('<p>A <a class="term" aria-describedby="tip" href="#term-right">right</a></p>'), ".//h:a")
    assert (link.get("href"), link.get(TYPE), link.get("role")) == (
        "glossary.xhtml#term-right",
        "glossref",
        "doc-glossref",
    )
    assert link.get("aria-describedby") is None, "the tooltip of the web page is not there"
    glossary = opened(part("t0", "Part", "")).page("glossary.xhtml")
    entries = [(row.get("id"), text_of(row)) for row in glossary.iterfind(".//h:dl/h:div", NAMES)]
    assert entries == [
        ("term-right", "RightWhat one is owed."),
        ("term-duty", "DutyWhat one owes."),
        (None, "ClaimSee Right."),
    ]


def test_links_lead_from_file_to_file() -> None:
    book = opened(
        part(
            "t0",
            "One",
            '<h2 id="t0-a">A</h2><p><a href="#t0-a">a</a> <a href="#t1">b</a> <a href="https://a.example/">c</a></p>',
        ),
        part("t1", "Two", "<p>Text</p>", level=2),
    )
    links = [link.get("href") for link in book.page("t0.xhtml").iterfind(".//h:p/h:a", NAMES)]
    assert links == ["#t0-a", "t1.xhtml#t1", "https://a.example/"]
    assert book.faults() == []


def test_what_is_no_link_in_a_book_is_text() -> None:
    link = one(section('<p><a href="javascript:alert(1)">a</a></p>'), ".//h:a")
    assert list(link.attrib) == []


def test_a_foreign_passage_names_its_language_twice() -> None:
    passage = one(section('<p><em class="upright" lang="de">Bericht</em></p>'), ".//h:em")
    assert (passage.get("lang"), passage.get(LANGUAGE)) == ("de", "de")


def test_a_box_is_a_group_with_a_name() -> None:
    inside = '<aside class="box box-stop"><p class="box-title">Stop</p><p>Do not.</p></aside>'
    box = one(section(inside), "h:div")
    assert (box.get("role"), box.get("aria-label"), box.get("class")) == ("group", "Stop", "box box-stop")
    assert text_of(box) == "StopDo not."


def test_a_figure_stands_on_a_card_in_its_own_colours() -> None:
    figure = one(section(SVG.format(' aria-label="Alternative"')), ".//s:svg")
    assert figure.get("aria-label") == "Alternative"
    assert figure.get("aria-describedby") == "b"
    assert [re.sub("{.*}", "", str(child.tag)) for child in figure] == ["title", "desc", "rect", "rect", "text"]
    card, box, text = list(figure)[2:]
    assert (card.get("width"), card.get("height"), card.get("fill")) == ("10", "20", "#ffffff")
    assert (box.get("fill"), box.get("stroke"), box.get("class")) == ("none", "#1c2126", None)
    assert (text.get("font-weight"), text.get("font-family")) == ("700", "sans-serif")
    assert opened(part("t0", "Part", SVG.format(' aria-label="a"'))).items["t0.xhtml"].get("properties") == "svg"


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<p><video/></p>", "`video` is not known"),
        ('<p><a href="#nowhere">a</a></p>', "leads to `nowhere`"),
        (SVG.format(""), "no alternative text"),
        (SVG.format(' aria-label="a"').replace("fig-paper", "fig-new"), "fig-new"),
        ('<p><img src="a.png" alt=" "/></p>', "no alternative text: a.png"),
        ('<p><img src="a.tiff" alt="a"/></p>', "of this kind"),
    ],
)
def test_what_a_book_cannot_hold_is_refused(inside: str, reason: str) -> None:
    with pytest.raises(Unfit, match=reason):
        section(inside)


def test_an_image_comes_with_the_book(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.png").write_bytes(b"picture")
    twice = '<p><img src="docs/a.png" alt="A"/><img src="docs/a.png" alt="B"/></p>'
    book = opened(part("t0", "Part", twice), root=tmp_path)
    images = [(row.get("src"), row.get("alt")) for row in book.page("t0.xhtml").iterfind(".//h:img", NAMES)]
    assert images == [("image-1.png", "A"), ("image-1.png", "B")]
    assert book.zip.read("EPUB/image-1.png") == b"picture"
    assert "visual" in book.properties("schema:accessMode")


def table(heads: str, *rows: str) -> str:
    head = "".join(f'<th scope="col">{cell}</th>' for cell in heads.split("|"))
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    return f'<table class="data"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def test_a_small_table_is_a_table_on_every_page() -> None:
    small = one(section(table("Role|Does", "Mayor|Signs the plan")), ".//h:table")
    assert (small.get("class"), small.get("role")) == ("data", None)
    assert [cell.get("scope") for cell in small.iterfind(".//h:th", NAMES)] == ["col", "col"]


def test_an_empty_corner_is_no_head() -> None:
    corner = one(section(table("|Does", "Mayor|Signs")), ".//h:thead/h:tr/h:td")
    assert corner.get("scope") is None


@pytest.mark.parametrize("heads", ["A|B|C|D", "Responsibilities|Acknowledgements"])
def test_a_large_table_can_be_read_row_by_row(heads: str) -> None:
    empty = "|" * heads.count("|")
    large = one(section(table(heads, "1|2" + empty[1:], empty)), ".//h:table")
    assert large.get("class") == "data stack"
    rows = large.findall(".//h:tbody/h:tr", NAMES)
    assert [cell.get("data-head") for cell in rows[0]] == [f"{head}:" for head in heads.split("|")]
    assert [row.get("class") for row in rows] == [None, "blank"]
    roles = {str(cell.get("role")) for cell in large.iter("*")}
    assert roles == {"table", "rowgroup", "row", "columnheader", "cell"}
