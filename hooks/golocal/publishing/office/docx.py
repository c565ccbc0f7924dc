"""A worksheet as a text document: HTML for pandoc, then what pandoc does not know of tables, paper and properties."""

from __future__ import annotations

import copy
from pathlib import Path

from lxml import etree

from golocal.publishing.office.finishing import Facts, finished
from golocal.publishing.office.form import LEAD, Form, cells, headings_of_tables
from golocal.publishing.office.widths import MARGIN, least, widths
from golocal.publishing.publications.tidy import BOX_TITLE, classes
from golocal.rendering.page_tree import IN_LINE
from golocal.rendering.pandoc import run_pandoc

UPRIGHT, ACROSS = 90, 138
"""Letters of a line of a table, on A4 upright and on its side."""
MOST_UPRIGHT = 5
"""Columns of a table that still has room to write on upright paper."""
STYLE, UPRIGHT_TEXT = "data-custom-style", "upright"
_OPTIONS = ["--from", "html-auto_identifiers", "--to", "docx", "--sandbox", "--shift-heading-level-by=-1"]


def docx(form: Form, reference: Path, aside: Path) -> bytes:
    """The document: the same form gives the same bytes.

    Args:
        reference: document with styles, as `write_reference` makes it.
        aside: path of a file that pandoc may write; it is gone afterwards.

    Raises:
        CitationsUnavailable: pandoc could not be run.
        OSError: a file cannot be read or written.
    """
    across = is_across(form)
    try:
        run_pandoc([*_OPTIONS, "--reference-doc", str(reference), "--output", str(aside)], html_of(form))
        content = aside.read_bytes()
    finally:
        aside.unlink(missing_ok=True)
    facts = Facts(form.title, form.author, form.summary, form.date, across, tuple(headings_of_tables(form.tree)))
    return finished(content, facts)


def is_across(form: Form) -> bool:
    """Whether the paper lies on its side: a table is too wide to be written on otherwise."""
    tables = map(cells, form.tree.iter("table"))
    return any(len(columns) > MOST_UPRIGHT or sum(map(least, columns)) > UPRIGHT for columns in tables)


def html_of(form: Form) -> str:
    """The form as HTML with the names of our styles."""
    body = copy.deepcopy(form.tree)
    _style_opening(body)
    _insert_whose(body, form)
    for box in list(body.iter("aside")):
        _style_box(box)
    for element in list(body.iter(*IN_LINE)):
        _mark_language(element)
    room = ACROSS if is_across(form) else UPRIGHT
    for table in list(body.iter("table")):
        _set_widths(table, room)
    page = etree.Element("html", lang="en-GB")
    etree.SubElement(etree.SubElement(page, "head"), "title").text = form.title
    body.tag = "body"
    page.append(body)
    return etree.tostring(page, encoding="unicode", method="html")


def _style_opening(body: etree._Element) -> None:
    for child in list(body):
        if child.tag != "p":
            return
        _wrap(child, "Lead" if LEAD in classes(child) else "Note")


def _insert_whose(body: etree._Element, form: Form) -> None:
    place = next((at for at, child in enumerate(body) if child.get(STYLE) is None), len(body))
    whose = etree.Element("p")
    whose.text = f"{form.whose} {form.address}".strip()
    body.insert(place, whose)
    _wrap(whose, "Small Print")


def _style_box(box: etree._Element) -> None:
    box.tag = "div"
    box.attrib.clear()
    box.set(STYLE, "Box")
    for child in list(box):
        if BOX_TITLE in classes(child):
            _wrap(child, "Box Title")


def _wrap(block: etree._Element, style: str) -> None:
    """Put a block into a `div` whose style pandoc gives to the paragraphs in it."""
    parent = block.getparent()
    if parent is not None:
        holder = etree.Element("div", {STYLE: style})
        parent.replace(block, holder)
        holder.append(block)


def _mark_language(element: etree._Element) -> None:
    """Pandoc knows the language of a `span` alone. A title that is emphasised for the sake of its language only becomes one."""
    if "lang" not in element.attrib or element.tag == "span":
        return
    if UPRIGHT_TEXT in classes(element):
        element.tag = "span"
        return
    span = etree.Element("span", lang=str(element.attrib.pop("lang")))
    span.text, element.text = element.text, None
    span.extend(list(element))
    element.append(span)


def _set_widths(table: etree._Element, room: int) -> None:
    columns = cells(table)
    sizes = widths(columns, room - MARGIN * len(columns))
    group = etree.Element("colgroup")
    for size in sizes:
        etree.SubElement(
            group, "col", style=f"width: {100 * (size + MARGIN) / (sum(sizes) + MARGIN * len(sizes)):.2f}%"
        )
    table.insert(0, group)
