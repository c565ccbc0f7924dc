"""What the page of the data lists: tables, other files, columns, a citation. All of it comes from the description of the data."""

from __future__ import annotations

from functools import partial
from typing import Any

from golocal.rendering.citing.citable import Citable, citation_key
from golocal.rendering.citing.plain import as_markdown
from golocal.rendering.opendata import DESCRIPTION, NONE_HERE, PACKAGE
from golocal.rendering.pages.page import Workshop
from golocal.rendering.text import bullets, escape, folded

NOT_MADE = f"{NONE_HERE[0].upper()}{NONE_HERE[1:]}."
_WHOLE = {
    PACKAGE: "all files in one archive, as a data package",
    DESCRIPTION: "the description of all files with columns, sizes and hashes, as version 2 of the Data Package standard has it",
    "catalogue.json": "every record whole, by kind",
    "catalogue.schema.json": "the JSON Schema that the catalogue follows",
    "sources.csl.json": "all sources for citation programs, in the form of the Citation Style Language",
    "sources.bib": "all sources as BibTeX",
    "sources.ris": "all sources in the format of Research Information Systems (RIS)",
}


def tables(workshop: Workshop, page: str) -> str:
    """Each table with its files and their sizes."""
    if workshop.made.data is None:
        return NOT_MADE
    link = partial(workshop.made.data.link, link_to=partial(workshop.layout.link, page))
    return bullets(
        f"**{escape(table['title'])}**, {_rows(table['rows'])}: "
        f"{', '.join(link(name) for name in _files(table))}. {escape(table['description'])}"
        for table in tables_of(workshop)
    )


def whole(workshop: Workshop, page: str) -> str:
    """The files that hold more than one table, and the sources as citation programs read them."""
    if workshop.made.data is None:
        return NOT_MADE
    link = partial(workshop.made.data.link, link_to=partial(workshop.layout.link, page))
    return bullets(f"{link(name)}: {meaning}" for name, meaning in _WHOLE.items() if name in workshop.made.data.sizes)


def citation(workshop: Workshop, page: str) -> str:
    """How the data of this edition are cited."""
    return as_markdown(citable(workshop, page))


def citable(workshop: Workshop, page: str) -> Citable:
    """The data of this edition as something to cite."""
    identity = workshop.identity
    return Citable(
        key=citation_key("data", "package"),
        author=identity.name,
        title="Records as data",
        kind="Data package",
        date=workshop.edition,
        independence=identity.independence,
        address=identity.address_of(page),
    )


def columns(workshop: Workshop, page: str) -> str:
    """For each table its columns, shown on demand."""
    if workshop.made.data is None:
        return NOT_MADE
    return "\n\n".join(folded(escape(table["title"]), _columns(table)) for table in tables_of(workshop))


def tables_of(workshop: Workshop) -> list[dict[str, Any]]:
    """What the description says of each table, by title."""
    found = (
        [resource for resource in workshop.made.data.resources if resource["format"] == "csv"]
        if workshop.made.data
        else []
    )
    return sorted(found, key=lambda table: str(table["title"]).casefold())


def _files(table: dict[str, Any]) -> list[str]:
    return [table["path"], f"{table['name']}.json", table["workbook"]]


def _rows(count: int) -> str:
    return f"{count:,} {'row' if count == 1 else 'rows'}"


def _columns(table: dict[str, Any]) -> str:
    rows = [
        f"| `{field['name']}` | {_type(field)} | {_in_cell(field['description'])} |"
        for field in table["schema"]["fields"]
    ]
    return "\n".join(["| Column | Type | Meaning |", "| --- | --- | --- |", *rows])


def _type(field: dict[str, Any]) -> str:
    kind = "list" if "separator" in field else field["type"]
    return kind if field.get("constraints", {}).get("required") else f"{kind}, may be empty"


def _in_cell(text: str) -> str:
    return escape(" ".join(text.split()))
