"""The page of all sources, in the order of their letters, each with how much was read and where it is cited."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from textwrap import indent

from golocal.content.locations import record_page
from golocal.content.mentions import RecordKey
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.pages.related import where_used
from golocal.rendering.text import section

OTHER_SCRIPTS = "Other scripts"


def source_page(workshop: Workshop) -> GeneratedPage:
    """The page of all sources."""
    page = record_page("reference", "")[0]
    by_letter: dict[str, list[str]] = defaultdict(list)
    for key, source in workshop.expander.sources.items():
        by_letter[_initial(source.entry)].append(key)
    parts = [section(letter, _letter(workshop, page, by_letter[letter])) for letter in sorted(by_letter, key=_in_order)]
    summary = "Every source that a page or record of this site cites, and how much of it was read."
    return GeneratedPage(page, "reference", "Sources", summary, "\n".join(parts))


def _initial(entry: str) -> str:
    """The letter under which an entry stands: the first one, without its accent; one word for all other scripts."""
    first = next((sign for sign in unicodedata.normalize("NFKD", entry) if sign.isalpha()), "")
    return first.upper() if first.isascii() and first else OTHER_SCRIPTS


def _in_order(letter: str) -> tuple[bool, str]:
    return letter == OTHER_SCRIPTS, letter


def _letter(workshop: Workshop, page: str, keys: list[str]) -> str:
    return "\n\n".join(_source(workshop, page, key) for key in workshop.expander.in_order(keys))


def _source(workshop: Workshop, page: str, key: str) -> str:
    """A source with its anchor, then on demand the records and pages that cite it."""
    users = where_used(workshop, page, RecordKey("reference", key))
    entry = f"- {workshop.expander.source_line(key)}\n{{: #{key} }}"
    return indent(f"{entry}\n\n{users}" if users else entry, "    ").strip()
