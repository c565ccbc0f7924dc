"""The chain from a standard to the responsible unit as a figure of eight links: text in order, so it can be read aloud, reflows and prints."""

from __future__ import annotations

from collections.abc import Callable

from golocal.content.catalogue import Entry
from golocal.rendering.text import LINK, escape, facts

LINKS = (
    ("Standard", "standard"),
    ("Right", "right"),
    ("Objective", "objective"),
    ("Indicator", "indicator"),
    ("Baseline", "baseline"),
    ("Target", "target"),
    ("Budget line", "budget_line"),
    ("Responsible unit", "responsible"),
)
RECORDS = frozenset({"standard", "right", "indicator"})


def chain_figure(named: Callable[[str, str], str], page: str, entry: Entry) -> str:
    """The eight links of a chain in short, each a name and a value.

    Args:
        named: makes a link from a page to the record that a record link names.
    """
    short = {**entry.data, **(entry.data.get("in_short") or {})}
    rows = [(name, str(short[key]), key in RECORDS) for name, key in LINKS]
    return facts(((name, named(page, value) if link else escape(value)) for name, value, link in rows), LINK)
