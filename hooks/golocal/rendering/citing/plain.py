"""A citation in words, close to Chicago author-date, with the version and its day."""

from __future__ import annotations

import re

from golocal.rendering.citing.citable import Citable
from golocal.rendering.text import day_in_words, escape


def plain(cited: Citable) -> str:
    """The citation as one line of plain text."""
    year = str(cited.date.year) if cited.date else "No date"
    title = f"“{_ended(cited.full_title)}”"
    parts = [_ended(cited.author), f"{year}.", title, f"{description(cited)}.", cited.remark, cited.address]
    return " ".join(" ".join(parts).split())


def description(cited: Citable) -> str:
    """Kind or series, version and day: "City practice, version 1.0, 23 November 2026"."""
    day = day_in_words(cited.date)
    return ", ".join(
        filter(
            None,
            (
                f"{cited.series} {cited.number}".strip() or cited.kind,
                f"version {cited.version}" if cited.version else "",
                "" if cited.status == "published" else cited.status,
                day if cited.version else f"edition of {day}" if day else "",
            ),
        )
    )


def as_markdown(cited: Citable) -> str:
    """The citation as Markdown, its addresses as links."""
    links = {
        escape(address): f"[{escape(address)}]({address})" for address in (cited.original, cited.address) if address
    }
    longest_first = "|".join(re.escape(address) for address in sorted(links, key=len, reverse=True))
    text = escape(plain(cited))
    return re.sub(longest_first, lambda found: links[found[0]], text) if links else text


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
