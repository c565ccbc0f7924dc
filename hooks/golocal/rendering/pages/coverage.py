"""Where the library is thin, for those who add to it: computed from the records, each gap with what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from golocal.content.catalogue import Entry
from golocal.content.locations import COVERAGE
from golocal.content.mentions import RecordKey
from golocal.content.neighbours import Topic
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.pages.rows import count, long_list, place_of
from golocal.rendering.pages.topics import SHELVES, entries_of
from golocal.rendering.text import escape, listing, section

TITLE = "Coverage: where the library is thin"
SUMMARY = "Gaps that can be counted: rights without practices, regions and sizes with few, records without what they need. For editors."
NOTE = "The lists are made of the records with each build. They count; they do not judge. Begin with what somebody asked for."
GUIDES = "docs/contribute/kinds"
THIN = 0.5
"""A region, size, theme or stage is thin where it has less than this part of what each would have if all had the same."""


class Gap(NamedTuple):
    """Something that records lack.

    Attributes:
        kind: of the records that would fill it; its page says how.
        todo: what to do, one sentence.
        lines: what has the gap, as Markdown.
    """

    heading: str
    kind: str
    todo: str
    lines: list[str]


def pages(workshop: Workshop) -> Iterator[GeneratedPage]:
    """The page of gaps."""
    gaps = [gap for make in MAKERS for gap in make(workshop)]
    parts = [f"{NOTE}\n", _overview(gaps), *(_section(workshop, gap) for gap in gaps)]
    yield GeneratedPage(COVERAGE, "collection", TITLE, SUMMARY, "\n".join(parts), of_data=False)


def _overview(gaps: list[Gap]) -> str:
    rows = [f"| [{gap.heading}](#{_anchor(gap)}) | {len(gap.lines)} |" for gap in gaps]
    return section("In short", "\n".join(["| Gap | How many |", "| --- | ---: |", *rows]), "in-short")


def _anchor(gap: Gap) -> str:
    return gap.heading.lower().replace(" ", "-").replace(",", "")


def _section(workshop: Workshop, gap: Gap) -> str:
    guide = f"{GUIDES}/{gap.kind}.md"
    link = workshop.layout.link(COVERAGE, guide)
    how = f" See [the guide to the kind {gap.kind}]({link})." if guide in workshop.catalogue.corpus.documents else ""
    found = long_list(gap.lines) if gap.lines else "None."
    return listing(gap.heading, f"{gap.todo}{how}\n\n{found}", _anchor(gap))


def _lacking(workshop: Workshop, kind: str, lacks: Callable[[Entry], bool]) -> list[str]:
    return [workshop.link(COVERAGE, *entry.key) for entry in workshop.catalogue.of_kind(kind) if lacks(entry)]


def _without(workshop: Workshop, kind: str) -> Callable[[Entry], bool]:
    """Whether a record is related to none of a kind."""
    return lambda entry: not any(key.kind == kind for key in workshop.neighbours.get(entry.key, {}))


def _rights(workshop: Workshop) -> Iterator[Gap]:
    for kind, name, todo in (
        ("practice", "practices", "Look for a town that did something for the right, and for its limits."),
        ("indicator", "indicators", "Propose a method sheet that a town can fill from its own files."),
        ("standard", "standards", "Find the provision, read it, and add it to the standard and to the right."),
        ("task", "tasks", "Ask officials in which situation the right comes up, and write the task in their words."),
    ):
        yield Gap(f"Rights without {name}", kind, todo, _lacking(workshop, "right", _without(workshop, kind)))


def _spread(workshop: Workshop) -> Iterator[Gap]:
    practices = workshop.catalogue.of_kind("practice")
    for heading, vocabulary, field, todo in (
        ("Thin regions", "regions", "region", "Look for practices there, in the languages of the region."),
        ("Thin sizes", "population-classes", "population_class", "Look for practices in places of that size."),
        ("Thin themes", "themes", "themes", "Look for practices on the theme."),
        ("Thin stages", "policy-stages", "policy_stages", "Look for practices that went through the stage."),
    ):
        counted = Counter(value for entry in practices for value in _values(entry, field))
        known = entries_of(workshop, vocabulary)
        least = THIN * counted.total() / max(1, len(known))
        lines = [
            f"{workshop.label(vocabulary, id)}: {count(counted[id], 'practice')}"
            for id in sorted(known, key=lambda id: (counted[id], id))
            if counted[id] < least
        ]
        yield Gap(heading, "practice", f"{todo} The limit is {least:.0f} of {len(practices)}.", lines)


def _values(entry: Entry, field: str) -> list[str]:
    value = entry.data[field]
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _records(workshop: Workshop) -> Iterator[Gap]:
    yield Gap(
        "Indicators without standards",
        "indicator",
        "Name the provision that the indicator serves.",
        _lacking(workshop, "indicator", lambda entry: not entry.data.get("standards")),
    )
    yield Gap(
        "Standards without provisions",
        "standard",
        "Read the text and add the provisions that towns work with.",
        _lacking(workshop, "standard", lambda entry: not entry.data.get("provisions")),
    )
    yield Gap(
        "Standards without a right",
        "standard",
        "Say which rights the standard is about.",
        _lacking(workshop, "standard", _without(workshop, "right")),
    )
    yield Gap(
        "Terms without a source",
        "term",
        "Find a source that defines the term.",
        _lacking(workshop, "term", lambda entry: not entry.data.get("source")),
    )


def _practices(workshop: Workshop) -> Iterator[Gap]:
    unconfirmed = [entry for entry in workshop.catalogue.of_kind("practice") if not entry.data.get("last_confirmed")]
    lines = [f"{workshop.link(COVERAGE, *entry.key)}, {place_of(workshop, entry.data)}" for entry in unconfirmed]
    todo = "Write to somebody on the spot, and set the day on which they confirm the page."
    yield Gap("Practices that nobody has confirmed", "practice", todo, lines)


def _sources(workshop: Workshop) -> Iterator[Gap]:
    reported = (entry for entry in workshop.catalogue.of_kind("reference") if entry.data.get("read") == "reported")
    todo = "Get the original, read it, correct what the pages say of it, and change the mark."
    yield Gap("Sources known only through others", "reference", todo, _named(workshop, reported))


def _named(workshop: Workshop, entries: Iterable[Entry]) -> list[str]:
    return [f"{workshop.link(COVERAGE, *entry.key)}, {_cited(workshop, entry.key)}" for entry in entries]


def _cited(workshop: Workshop, key: RecordKey) -> str:
    return f"cited in {count(len(workshop.catalogue.incoming.get(key, [])), 'file')}"


def _topics(workshop: Workshop) -> Iterator[Gap]:
    lines = [
        f"{escape(shelf.title)}: {workshop.label(vocabulary, id)}"
        for vocabulary, shelf in SHELVES.items()
        for id in entries_of(workshop, vocabulary)
        if Topic(vocabulary, id) not in workshop.topics
    ]
    todo = "Look for a practice or write a text that belongs there; or take the value out of its list."
    yield Gap("Values that no page uses", "vocabulary", todo, lines)


MAKERS = (_rights, _spread, _records, _practices, _sources, _topics)
