"""Sources as data of the Citation Style Language (CSL), the form that citation programs exchange."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

OURS = ("read", "note", "title_language")
"""Fields that CSL does not know, or knows for something else."""
_DATES = ("issued", "accessed")


def csl_item(key: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """A source as an item; its texts are as published. `record` has the keys of a data file."""
    item: dict[str, Any] = {"id": key}
    for name, value in record.items():
        if value is not None and name not in OURS:
            item[name] = _date(value) if name in _DATES else value
    return item


def name_in_words(name: Mapping[str, Any]) -> str:
    """A person as "Oomen, Barbara", a body by its name."""
    return str(name.get("literal") or ", ".join(filter(None, (name.get("family"), name.get("given")))))


def _date(value: str) -> dict[str, Any]:
    return {"date-parts": [[int(part) for part in value.split("-")]]}
