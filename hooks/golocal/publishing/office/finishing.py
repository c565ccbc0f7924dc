"""What a text document from pandoc lacks: rows to write in, names of tables, paper on its side, properties, bytes that stay."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape

from lxml import etree

from golocal.publishing.archive import EARLIEST, entry_of
from golocal.publishing.office.reference import FOOTER, TEMPLATE

LANGUAGE = "en-GB"
ROW = 560
"""Least height of a row with something to fill in, in twentieths of a point: a line of handwriting."""
WIDE, LONG, MARGINS = 11906, 16838, 2 * 1134
"""A4 and its margins left and right, in twentieths of a point."""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:subject>Worksheet</dc:subject>\
<dc:creator>{author}</dc:creator><dc:description>{summary}</dc:description><dc:language>{language}</dc:language>\
<dcterms:created xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:modified></cp:coreProperties>
"""


@dataclass(frozen=True)
class Facts:
    """What a document says of itself.

    Attributes:
        date: as `2026-11-29`.
        across: whether its paper lies on its side.
        tables: the name of each table, for those who do not see it.
    """

    title: str
    author: str
    summary: str
    date: str
    across: bool
    tables: tuple[str, ...]


def finished(content: bytes, facts: Facts) -> bytes:
    """The document with everything that pandoc left out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        ours = {
            "word/document.xml": _document(given.read("word/document.xml"), facts),
            "word/settings.xml": (TEMPLATE / "settings.xml").read_bytes(),
            "docProps/core.xml": _core(facts),
            FOOTER: _footer(given.read(FOOTER), facts),
        }
        for name in given.namelist():
            packed.writestr(entry_of(name, EARLIEST), ours.get(name) or given.read(name))
    return stream.getvalue()


def _core(facts: Facts) -> bytes:
    words = {"title": facts.title, "author": facts.author, "summary": facts.summary}
    escaped = {name: escape(text) for name, text in words.items()}
    return _CORE.format(**escaped, language=LANGUAGE, date=facts.date).encode()


def _footer(content: bytes, facts: Facts) -> bytes:
    tree = etree.fromstring(content)
    for text in tree.iter(_name("t")):
        if text.text == "TITLE":
            text.text = facts.title
    for tab in tree.iter(_name("tab")):
        if tab.get(_name("pos")):
            tab.set(_name("pos"), str(_room(facts)))
    return _bytes(tree)


def _document(content: bytes, facts: Facts) -> bytes:
    tree = etree.fromstring(content)
    for table, name in zip(tree.iter(_name("tbl")), facts.tables, strict=True):
        _finish_table(table, name, _room(facts))
    if facts.across:
        for size in tree.iter(_name("pgSz")):
            size.attrib.update({_name("w"): str(LONG), _name("h"): str(WIDE), _name("orient"): "landscape"})
    return _bytes(tree)


def _finish_table(table: etree._Element, name: str, room: int) -> None:
    properties = table.find(_name("tblPr"))
    if properties is not None and name:
        etree.SubElement(properties, _name("tblCaption"), {_name("val"): name})
    grid = table.findall(f"{_name('tblGrid')}/{_name('gridCol')}")
    given = [int(column.get(_name("w"), "1")) for column in grid]
    edges = [sum(given[:at]) * room // sum(given) for at in range(len(given) + 1)]
    for column, (left, right) in zip(grid, pairwise(edges), strict=True):
        column.set(_name("w"), str(right - left))
    for row in table.findall(_name("tr"))[1:]:
        _finish_row(row)


def _finish_row(row: etree._Element) -> None:
    """A row stays on one page; where something is to be filled in it is high enough for a hand."""
    properties = row.find(_name("trPr"))
    if properties is None:
        properties = etree.Element(_name("trPr"))
        row.insert(0, properties)
    etree.SubElement(properties, _name("cantSplit"))
    if any(not _text(cell) for cell in row.iterfind(_name("tc"))):
        etree.SubElement(properties, _name("trHeight"), {_name("val"): str(ROW), _name("hRule"): "atLeast"})


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())).strip()


def _room(facts: Facts) -> int:
    return (LONG if facts.across else WIDE) - MARGINS


def _name(local: str) -> str:
    return f"{{{_W}}}{local}"


def _bytes(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
