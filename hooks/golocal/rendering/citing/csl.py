"""Sources as data of the Citation Style Language (CSL), the form that citation programs exchange."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from golocal.rendering.citing.citable import LANGUAGE, Citable
from golocal.rendering.citing.plain import description

OURS = ("read", "note", "title_language")
"""Fields that CSL does not know, or knows for something else."""
CSL_TYPES = {"page": "webpage", "article": "article-journal", "volume": "book"}
_DATES = ("issued", "accessed")


def csl_item(key: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """A source as an item; its texts are as published. `record` has the keys of a data file."""
    item: dict[str, Any] = {"id": key}
    for name, value in record.items():
        if value is not None and name not in OURS:
            item[name] = _date(value) if name in _DATES else value
    return item


def csl_of_page(cited: Citable) -> dict[str, Any]:
    """A page of ours as an item."""
    date = {"date-parts": [[cited.date.year, cited.date.month, cited.date.day]]} if cited.date else None
    item = {
        "id": cited.key,
        "type": CSL_TYPES[cited.form],
        "title": cited.full_title,
        "author": [{"literal": cited.author}],
        "issued": date,
        "container-title": cited.series if cited.form == "article" else "",
        "collection-title": cited.series if cited.form == "volume" else "",
        "number": cited.number,
        "version": cited.version,
        "genre": cited.kind if cited.form == "page" else "",
        "publisher": cited.author,
        "language": LANGUAGE,
        "DOI": cited.doi,
        "ISBN": cited.isbn,
        "ISSN": cited.issn,
        "note": f"{description(cited)}. {cited.remark}",
        "URL": cited.address,
    }
    return {name: value for name, value in item.items() if value}


def name_in_words(name: Mapping[str, Any]) -> str:
    """A person as "Oomen, Barbara", a body by its name."""
    return str(name.get("literal") or ", ".join(filter(None, (name.get("family"), name.get("given")))))


def _date(value: str) -> dict[str, Any]:
    return {"date-parts": [[int(part) for part in value.split("-")]]}
