"""A record as one line of a list: its linked title, and what one chooses by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from golocal.content.catalogue import Entry
from golocal.content.mentions import RecordKey
from golocal.rendering.pages.page import Workshop
from golocal.rendering.text import ROOMY, bullets, escape, folded

MOST = 8
"""A longer list shows its first lines, two fewer than this, and the rest on demand."""


def row(workshop: Workshop, page: str, key: RecordKey, provisions: Iterable[str] = (), *, detailed: bool = True) -> str:
    """The line of a record or document, as Markdown; of a standard with the provisions that are meant."""
    entry = workshop.catalogue.entries.get(key)
    exact = _provisions(workshop, page, entry, provisions) if entry else ""
    details = DETAILS[key.kind](workshop, entry) if detailed and entry and key.kind in DETAILS else []
    first = workshop.titled_link(page, key) + (f": {exact}" if exact else "")
    return " · ".join([first, *filter(None, details)])


def _provisions(workshop: Workshop, page: str, entry: Entry, anchors: Iterable[str]) -> str:
    known = entry.data.get("provisions") or {} if entry.key.kind == "standard" else {}
    meant = set(anchors)
    return ", ".join(
        workshop.link(page, *entry.key, text=escape(known[anchor]["label"]), anchor=anchor)
        for anchor in known
        if anchor in meant
    )


def place_of(workshop: Workshop, data: Mapping[str, Any]) -> str:
    """Town and country of a practice."""
    return f"{escape(str(data['city']))}, {workshop.label('countries', data['country_or_area'])}"


def _practice(workshop: Workshop, entry: Entry) -> list[str]:
    data = entry.data
    size = workshop.label("population-classes", data["population_class"])
    return [place_of(workshop, data), size, workshop.labels("themes", data.get("themes"))]


def facet(name: str, value: str) -> str:
    """A value by which the script of the filter chooses lines; it finds it by its class."""
    return f"*{value}*{{: .facet-{name} }}"


def _to_filter(workshop: Workshop, page: str, practice: Entry) -> str:
    data = practice.data
    size = facet("size", workshop.label("population-classes", data["population_class"]))
    themes = ", ".join(facet("theme", workshop.label("themes", theme)) for theme in data.get("themes") or [])
    first = row(workshop, page, practice.key, detailed=False)
    return " · ".join(filter(None, [first, place_of(workshop, data), size, themes]))


def practices_to_filter(workshop: Workshop, page: str, practices: Sequence[Entry]) -> str:
    """A list of practices that can be filtered; small screens fold it."""
    return folded(count(len(practices), "practice"), practices_in_sight(workshop, page, practices), ROOMY)


def practices_in_sight(workshop: Workshop, page: str, practices: Sequence[Entry]) -> str:
    """A list of practices with marks of size and themes, by which the script of the filter chooses."""
    return bullets(_to_filter(workshop, page, practice) for practice in practices)


def _indicator(workshop: Workshop, entry: Entry) -> list[str]:
    data = entry.data
    sets = workshop.labels("starter-sets", data.get("starter_sets"))
    return [entry.key.id.upper(), workshop.label("indicator-types", data["type"]), sets]


def _standard(workshop: Workshop, entry: Entry) -> list[str]:
    form, year, binding = form_of(workshop, entry)
    return [form, year, workshop.label("standard-regions", entry.data["region"]), binding]


def form_of(workshop: Workshop, entry: Entry) -> tuple[str, str, str]:
    """What a standard is, its year, and whether it binds."""
    data = entry.data
    binding = "binding" if is_yes(data["binding"]) else "not binding"
    return workshop.label("standard-forms", data["form"]), str(data["adopted"])[:4], binding


def _dated(workshop: Workshop, entry: Entry) -> list[str]:
    return [str(entry.data.get("date") or entry.data.get("starts") or entry.data.get("year") or "")[:4]]


DETAILS: dict[str, Callable[[Workshop, Entry], list[str]]] = {
    "academy": _dated,
    "indicator": _indicator,
    "meeting": _dated,
    "news": _dated,
    "practice": _practice,
    "standard": _standard,
    "volume": _dated,
}


def is_yes(value: Any) -> bool:
    """Whether an answer in a source is yes."""
    return value in ("yes", "true", True)


def long_list(lines: list[str]) -> str:
    """A list of lines; of a long one the first lines, then the rest on demand."""
    shown = lines if len(lines) <= MOST else lines[: MOST - 2]
    rest = lines[len(shown) :]
    return bullets(shown) + (f"\n\n{folded(f'and {len(rest)} more', bullets(rest))}" if rest else "")


def count(number: int, one: str, many: str = "") -> str:
    """`1 practice`, `3 practices`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def by_title(entries: Iterable[Entry]) -> list[Entry]:
    """Entries in the order of their titles."""
    return sorted(entries, key=lambda entry: (entry.title.casefold(), entry.key))
