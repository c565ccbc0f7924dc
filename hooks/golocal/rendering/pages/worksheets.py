"""Worksheets as files to fill in: the file beside each page, the link to it, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator

from golocal.content.catalogue import Entry
from golocal.content.corpus import Document
from golocal.rendering.csv_table import MARK, csv_rows
from golocal.rendering.licence import CC0
from golocal.rendering.pages.page import Workshop
from golocal.rendering.published import FORMS, office_name
from golocal.rendering.text import bullets, escape, size_in_words
from golocal.rendering.worksheet_tables import SheetTable, WorksheetTables

NO_TABLE = "This sheet has no table to fill in. Print it, or copy its text."
OFFER = "fill-in"
"""Mark of the line that offers the files of a sheet."""


def file_of(path: str) -> str:
    """Repository path that the table of a worksheet would have, beside its page."""
    return f"{path.removesuffix('.md')}.csv"


def files(workshop: Workshop) -> dict[str, str]:
    """The CSV file of each worksheet that has tables, by the repository path that it would have."""
    return {
        file_of(path): as_csv(sheet, _whose(workshop)) for path, sheet in workshop.worksheets.items() if sheet.tables
    }


def as_csv(sheet: WorksheetTables, whose: str) -> str:
    """All tables of a sheet one below the other, each under its heading, a blank line between them; every row has as many cells.

    Args:
        whose: who made the sheet and under which licence; it stands below the title.
    """
    rows: list[tuple[str, ...]] = [(sheet.title,), *((note,) for note in sheet.notes), (whose,)]
    rows += [row for table in sheet.tables for row in _block(table)]
    width = max(map(len, rows))
    return MARK + csv_rows([*row, *[""] * (width - len(row))] for row in rows)


def _block(table: SheetTable) -> Iterator[tuple[str, ...]]:
    yield ("",)
    if table.heading:
        yield (table.heading,)
    yield table.head
    yield from table.rows


def offer(workshop: Workshop, document: Document) -> str:
    """The line on the page of a worksheet that leads to its files, or says that it has no table. Search and print pass over it."""
    links = _links(workshop, document.path, document.path)
    offered = f"Fill in: {' · '.join(links)}" if links else ""
    nothing = "" if workshop.worksheets[document.path].tables else NO_TABLE
    line = ". ".join(part for part in (offered, nothing) if part)
    return f"{line}\n{{: .{OFFER} data-search-exclude=yes }}"


def all_sheets(workshop: Workshop, page: str) -> str:
    """Every worksheet under its chapter, with its files."""
    chapters = sorted(workshop.catalogue.of_kind("chapter"), key=lambda entry: int(entry.data["number"]))
    lists = ((chapter, [*_of_chapter(workshop, page, chapter)]) for chapter in chapters)
    return "\n\n".join(f"**{escape(chapter.title)}**\n\n{bullets(lines)}" for chapter, lines in lists if lines)


def _of_chapter(workshop: Workshop, page: str, chapter: Entry) -> Iterator[str]:
    for entry in workshop.catalogue.of_kind("worksheet"):
        if entry.key.id.startswith(f"{chapter.key.id}/"):
            links = " · ".join(_links(workshop, page, entry.path)) or "no table"
            yield f"{workshop.link(page, *entry.key)}: {links}"


def _links(workshop: Workshop, page: str, path: str) -> list[str]:
    """A link to each file of a sheet with its size: the office files that were made, and the table as CSV."""
    made = workshop.made.publications.downloads.get(office_name(path), []) if workshop.made.publications else []
    files = [(FORMS[each.path.suffix], each.size, each.path_in_sources) for each in made]
    sheet = workshop.worksheets[path]
    if sheet.tables:
        files.append(("CSV", len(as_csv(sheet, _whose(workshop)).encode()), file_of(path)))
    return [f"[{form}, {size_in_words(size)}]({workshop.layout.link(page, target)})" for form, size, target in files]


def _whose(workshop: Workshop) -> str:
    return f"{workshop.identity.name}. {workshop.identity.independence} {CC0}."
