"""A citation as RIS. Lines end as the page's lines do: a code block has no other, and readers of RIS accept both."""

from __future__ import annotations

from collections.abc import Iterable

from golocal.rendering.citing.citable import Citable
from golocal.rendering.citing.plain import description

TYPES = {"page": "ELEC", "article": "JOUR", "volume": "BOOK"}


def ris(cited: Citable) -> str:
    """The citation, one tag a line; a value never holds a line break."""
    rows = [
        ("TY", TYPES[cited.form]),
        ("ID", cited.key),
        ("AU", cited.author),
        ("TI", cited.full_title),
        ("T2", cited.series),
        ("VL", cited.number),
        ("ET", cited.version),
        ("PY", str(cited.date.year) if cited.date else ""),
        ("DA", cited.date.strftime("%Y/%m/%d") if cited.date else ""),
        ("PB", cited.author),
        ("SN", cited.isbn or cited.issn),
        ("DO", cited.doi),
        ("N1", f"{description(cited)}. {cited.remark}"),
        ("UR", cited.address),
    ]
    return ris_record(rows)


def ris_record(rows: Iterable[tuple[str, str]]) -> str:
    """A record of tags and values, the type first; empty values are left out."""
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in rows if value.strip()]
    return "\n".join([*lines, "ER  - "])
