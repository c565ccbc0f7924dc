"""What a publication gives to those who read it on paper: pages behind links, room to write, boxes to tick, heads that say what it is."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from golocal.publishing.pdf.compiler import compile_pdf
from golocal.publishing.pdf.inline import BLANK, BLANK_IN_CELL
from golocal.publishing.pdf.source import typst_source
from golocal.publishing.publications.book import Book, Part
from golocal.publishing.publications.imprint import Imprint

from .making import IMPRINT, PUBLICATION, ROOT, markup, pdf, tree_of
from .pdf_text import text_of_page, text_of_pdf, unpacked


def table(*rows: tuple[str, str]) -> str:
    """A table with two columns."""
    body = "".join(f"<tr><td>{question}</td><td>{answer}</td></tr>" for question, answer in rows)
    return f"<table><thead><tr><th>Question</th><th>Answer</th></tr></thead><tbody>{body}</tbody></table>"


def pages_of(*parts: Part, imprint: Imprint = IMPRINT) -> list[str]:
    """The text of each page of a book of these parts."""
    data = compile_pdf(typst_source(Book(PUBLICATION, imprint, [*parts])), ROOT)
    with pikepdf.open(BytesIO(data)) as document:
        return [text_of_page(page) for page in document.pages]


def part(id: str, title: str = "", *, is_about: bool = False) -> Part:
    """A part with a heading and a sentence."""
    return Part(id, 1, title or id, tree_of(f'<h1 id="{id}">{id}</h1><p>Of {id}.</p>'), is_about)


def test_a_place_in_the_publication_has_its_page_behind_it() -> None:
    links = '<p>See <a href="#far">there</a> (or <a href="#far">below</a>).</p>'
    text = text_of_pdf(pdf(f'{links}{"<p>Line.</p>" * 60}<h2 id="far">Far</h2>'))
    assert "See there (p. 4) (or below , p. 4 )." in text


@pytest.mark.parametrize("place", ["ref-a2020", "term-duty", "site-3"])
def test_what_is_found_by_the_letter_has_no_page_behind_it(place: str) -> None:
    assert "page-link" not in markup(f'<p><a href="#{place}">a</a></p>')


def test_what_is_to_be_filled_in_has_room_for_a_hand() -> None:
    line, short = f'#box[#"{"_" * BLANK}"]', f'#box[#"{"_" * BLANK_IN_CELL}"]'
    assert markup("<p>Date: ____ Name: ______</p>") == f'#"Date: "{line}#" Name: "{line}'
    assert f'#"From "{short}#" on"' in markup(table(("From ____ on", "")))
    assert "box" not in markup("<p>snake_case and a__b</p>")


def test_a_column_to_be_filled_in_is_known_and_has_lines() -> None:
    assert "to-fill: (1, )" in markup(table(("Who?", "")))
    assert "to-fill: ()" in markup(table(("Who?", ""), ("When?", "Now")))
    lines = [unpacked(pdf(table(("Who?", answer)))).count(b" l\n") for answer in ("", "We")]
    assert lines[0] > lines[1]


def test_a_row_with_little_to_say_is_no_higher_than_others() -> None:
    wide = "<tr><td>10:15</td><td>Break</td><td></td></tr>"
    head = "<thead><tr><th>Time</th><th>What</th><th>Who</th></tr></thead>"
    told = "<tr><td>10:30</td><td>Groups</td><td>Two</td></tr>"
    heights = {}
    for name, row in (("break", wide), ("own", "<tr><td>Our own:</td><td></td><td></td></tr>")):
        data = pdf(f"<table>{head}<tbody>{told}{row * 25}</tbody></table>")
        with pikepdf.open(BytesIO(data)) as document:
            heights[name] = len(document.pages)
    assert heights["break"] < heights["own"], "only a row that is empty but for its name is one to write in"


def test_boxes_to_tick_stand_before_the_points_of_a_checklist() -> None:
    box = '<div class="admonition note box-{}"><p class="admonition-title">{}</p><ul><li>One</li></ul></div>'
    assert "☐ One" in text_of_pdf(pdf(box.format("checklist", "Checklist")))
    assert "☐" not in text_of_pdf(pdf(box.format("limits", "Limits")))


@pytest.mark.parametrize(
    ("inside", "stays"),
    [
        (f"<p>What it says.</p>{table()}", True),
        (f'<p>What it says.</p><div class="table-scroll">{table()}</div>', True),
        (f"<p>{'Much is said. ' * 30}</p>{table()}", False),
        ("<p>Three things:</p><ul><li>One</li></ul>", True),
        ("<p>Three things.</p><ul><li>One</li></ul>", False),
        ("<p>What it says.</p><p>More</p>", False),
        ("<p>The end.</p>", False),
    ],
)
def test_a_short_paragraph_stays_with_the_table_or_list_that_it_announces(inside: str, stays: bool) -> None:
    assert ("#lead-in[" in markup(inside)) is stays


def test_lists_behind_the_texts_share_pages_and_the_imprint_has_its_own() -> None:
    ids = ("sources", "glossary", "on-the-site", "imprint")
    pages = pages_of(part("text"), *(part(id, is_about=True) for id in ids))
    held = [[id for id in ("text", *ids) if f"Of {id}." in page] for page in pages]
    assert held == [[], [], ["text"], ["sources", "glossary", "on-the-site"], ["imprint"]]
    assert pages[3].startswith("Title sources sources"), "the head names the part that stands first"


def test_the_head_of_a_page_names_publication_and_part_however_long_they_are() -> None:
    title = "A title that is so long that nothing else has room beside it in the head of a page"
    pages = pages_of(part("text", f"{title} too"), imprint=replace(IMPRINT, title=title))
    assert pages[2].startswith(f"{title} {title} too text")


def test_the_head_of_a_part_of_a_chapter_names_the_chapter() -> None:
    pages = pages_of(part("warm", "Warm homes"), replace(part("prepare", "Prepare"), level=2), part("law", "Law"))
    assert [page.partition(" Of ")[0] for page in pages[2:]] == [
        "Title Warm homes warm", "Title Warm homes: Prepare prepare", "Title Law law",
    ]  # fmt: skip


def test_what_looks_like_a_paragraph_is_one_for_a_screen_reader() -> None:
    inside = (
        '<p class="lead">Lead</p><p class="trust">Trust</p><p class="group">Group</p><p><strong>Run in.</strong></p>'
        f"<p>Leads in.</p>{table(('Who?', ''))}"
    )
    with pikepdf.open(BytesIO(pdf(inside))) as document:
        (whole,) = document.Root.StructTreeRoot.K
        kinds = [str(child.S) for child in whole.K]
    assert kinds == ["/P", "/Title", *["/P"] * 4, "/H1", "/TOC", "/H1", *["/P"] * 5, "/Table"]
