"""Works of others, as citation programs read them: CSL-JSON, BibTeX, RIS."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from golocal.rendering.citing.csl import name_in_words
from golocal.rendering.citing.ris import ris_record
from golocal.rendering.pandoc import run_pandoc

Item = Mapping[str, Any]
_RIS_TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "motion_picture": "VIDEO",
    "paper-conference": "CPAPER",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "LEGAL",
    "webpage": "ELEC",
}
_ANY_TYPE = "GEN"
_ENTRY = re.compile(r"^@\w+\{(.+),$", re.MULTILINE)
_TAGS = {
    "TI": "title",
    "ST": "title-short",
    "CY": "publisher-place",
    "VL": "volume",
    "IS": "issue",
    "M1": "number",
    "M3": "genre",
    "ET": "edition",
    "SN": "ISBN",
    "LA": "language",
    "DO": "DOI",
    "UR": "URL",
}


def works_as_csl(items: list[dict[str, Any]]) -> str:
    """All items as CSL-JSON."""
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def works_as_bibtex(items: list[dict[str, Any]]) -> str:
    """All items as BibTeX, by pandoc, which also protects names in titles; it leaves out identifiers, so they are added.

    Raises:
        CitationsUnavailable: pandoc could not be run.
    """
    if not items:
        return ""
    dois = {item["id"]: item["DOI"] for item in items if "DOI" in item}
    text = run_pandoc(["--from=csljson", "--to=bibtex", "--wrap=none"], works_as_csl(items))
    return _ENTRY.sub(
        lambda entry: f"{entry[0]}\n  doi = {{{dois[entry[1]]}}}," if entry[1] in dois else entry[0], text
    )


def works_as_ris(items: list[dict[str, Any]]) -> str:
    """All items as RIS; its lines end with CR and LF, as the format says."""
    records = (ris_record(_rows(item)) for item in items)
    return "".join(f"{record}\n\n" for record in records).replace("\n", "\r\n")


def _rows(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", _RIS_TYPES.get(item["type"], _ANY_TYPE)
    yield "ID", item["id"]
    for tag, names in (("AU", "author"), ("ED", "editor")):
        yield from ((tag, name_in_words(name)) for name in item.get(names, ()))
    yield from ((tag, item.get(field, "")) for tag, field in _TAGS.items())
    yield "T2", item.get("container-title") or item.get("collection-title", "")
    yield "PB", item.get("publisher") or item.get("authority", "")
    yield from _pages(item)
    for tag, field in (("DA", "issued"), ("Y2", "accessed")):
        yield tag, _day(item.get(field))
    yield "PY", _day(item.get("issued"))[:4]


def _pages(item: Item) -> Iterator[tuple[str, str]]:
    first, _, last = item.get("page", "").replace("–", "-").partition("-")
    yield "SP", first or item.get("number-of-pages", "")
    yield "EP", last


def _day(date: Mapping[str, Any] | None) -> str:
    """`2004/12/10`; a month or day that is not known is left out."""
    return "/".join(f"{part:02}" for part in date["date-parts"][0]) if date else ""
