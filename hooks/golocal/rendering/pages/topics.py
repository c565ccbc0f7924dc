"""Pages of vocabularies: themes, functions, commitments, stages, regions and sizes of place, each with what belongs to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from golocal.content.catalogue import Entry
from golocal.content.locations import TOPIC_FOLDERS, topic_page
from golocal.content.mentions import RecordKey
from golocal.content.neighbours import Topic
from golocal.rendering.kind_names import MANY
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.pages.rows import MOST, count, long_list, practices_in_sight, practices_to_filter, row
from golocal.rendering.text import bullets, escape, listing

NAMED_BESIDES = ("right", "standard", "indicator")
"""Kinds that the pages of a topic name: they belong to it at second hand."""

FILTERED = "Each line gives the place, its number of people and the themes of a practice."


class Shelf(NamedTuple):
    """A vocabulary as readers see it.

    Attributes:
        title: of the list of its entries.
        page_title: of the page of one entry, with its label.
        summary: of the list.
        practices: vocabulary and field by which practices are grouped.
    """

    title: str
    page_title: str
    summary: str
    practices: tuple[str, str] = ("population-classes", "population_class")


SHELVES = {
    "themes": Shelf("Themes", "{}", "What the pages are about, each theme with its practices, chapters and rights."),
    "size-groups": Shelf(
        "Places by size",
        "{}",
        "Find a place of your size: practices by number of inhabitants, from villages to the largest cities.",
    ),
    "regions": Shelf(
        "Regions",
        "{}",
        "Practices by region and country, with the standards of each region.",
        ("countries", "country_or_area"),
    ),
    "functions": Shelf(
        "The city in its functions",
        "The city as {}",
        "A city decides, makes rules, employs, serves and buys: which practices and chapters use which function.",
    ),
    "commitments": Shelf(
        "Commitments of the Ten-Point Plan",
        "{}",
        "The commitments of the Ten-Point Plan of Action of the European Coalition of Cities against Racism, and what serves each in our reading.",
    ),
    "policy-stages": Shelf(
        "Stages of the policy cycle",
        "Stage: {}",
        "From the first decision to the evaluation: practices and texts for the stage at which you are.",
    ),
}
assert SHELVES.keys() == TOPIC_FOLDERS.keys()


def pages(workshop: Workshop) -> Iterator[GeneratedPage]:
    """The list of each vocabulary, and a page for each of its entries that something belongs to."""
    for vocabulary in SHELVES:
        yield _index(workshop, vocabulary)
        for id in entries_of(workshop, vocabulary):
            if Topic(vocabulary, id) in workshop.topics:
                yield _topic(workshop, Topic(vocabulary, id))


def entries_of(workshop: Workshop, vocabulary: str) -> list[str]:
    """Ids of a vocabulary, in its order."""
    return list(workshop.catalogue.corpus.vocabularies.get(vocabulary, {}))


def _index(workshop: Workshop, vocabulary: str) -> GeneratedPage:
    page, shelf = topic_page(vocabulary), SHELVES[vocabulary]
    lines = bullets(_index_row(workshop, page, Topic(vocabulary, id)) for id in entries_of(workshop, vocabulary))
    return GeneratedPage(page, "collection", shelf.title, shelf.summary, f"{lines}\n", of_data=False)


def _index_row(workshop: Workshop, page: str, topic: Topic) -> str:
    link = f"**{workshop.topic_link(page, *topic)}**"
    return ". ".join(filter(None, [f"{link} ({_counts(workshop, topic)})", escape(description_of(workshop, topic))]))


def _counts(workshop: Workshop, topic: Topic) -> str:
    members = workshop.topics.get(topic, [])
    practices = sum(key.kind == "practice" for key in members)
    others = len(members) - practices
    shown = count(practices, "practice")
    return f"{shown}, {count(others, 'other page')}" if others else shown


def description_of(workshop: Workshop, topic: Topic) -> str:
    """What an entry of a vocabulary means."""
    entry = workshop.catalogue.corpus.vocabularies[topic.vocabulary].get(topic.id, {})
    return str(entry.get("description") or "")


def _topic(workshop: Workshop, topic: Topic) -> GeneratedPage:
    page, shelf = topic_page(*topic), SHELVES[topic.vocabulary]
    entry = workshop.catalogue.corpus.vocabularies[topic.vocabulary][topic.id]
    label = str(entry.get("label") or topic.id)
    if shelf.page_title.startswith("The city as"):
        label = label[:1].lower() + label[1:]
    members = workshop.topics[topic]
    back = f"All: [{shelf.title}]({workshop.layout.link(page, topic_page(topic.vocabulary))}).\n"
    summary = description_of(workshop, topic) or f"{shelf.title}: what belongs to {label}."
    parts = (*_sections(workshop, page, topic, members), *_named_besides(workshop, page, members), back)
    text = "\n".join(filter(None, parts))
    return GeneratedPage(page, "topic", shelf.page_title.format(label), summary, text, of_data=False)


def _sections(workshop: Workshop, page: str, topic: Topic, members: list[RecordKey]) -> Iterator[str]:
    practices = [workshop.catalogue.entries[key] for key in members if key.kind == "practice"]
    by_kind: dict[str, list[RecordKey]] = defaultdict(list)
    for key in sorted(members, key=lambda key: workshop.title_of(key).casefold()):
        by_kind[MANY.get(key.kind, "")].append(key)
    shelf = SHELVES[topic.vocabulary]
    if len(practices) > MOST:
        yield f"{FILTERED}\n{{: .filter-place }}\n"
    yield listing(f"Practices ({len(practices)})", grouped(workshop, page, practices, *shelf.practices), "practices")
    for name in dict.fromkeys(name for kind, name in MANY.items() if kind != "practice"):
        yield listing(name, long_list([row(workshop, page, key) for key in by_kind.get(name, [])]))


def grouped(workshop: Workshop, page: str, practices: list[Entry], vocabulary: str, field: str) -> str:
    """Practices under a heading for each value of a field, in the order of its vocabulary, countries by their names; few stand open everywhere."""
    by_value: dict[str, list[Entry]] = defaultdict(list)
    for entry in practices:
        by_value[str(entry.data[field])].append(entry)
    order = _in_order(workshop, vocabulary)
    shown = practices_to_filter if len(practices) > MOST else practices_in_sight
    return "\n\n".join(
        f"### {workshop.label(vocabulary, value)} {{: #{value.lower()} }}\n\n"
        + shown(workshop, page, by_place(by_value[value]))
        for value in sorted(by_value, key=order)
    )


def _in_order(workshop: Workshop, vocabulary: str) -> Callable[[str], tuple[int, str]]:
    if vocabulary == "countries":
        return lambda value: (0, workshop.label(vocabulary, value))
    known = entries_of(workshop, vocabulary)
    return lambda value: (known.index(value) if value in known else len(known), value)


def by_place(practices: list[Entry]) -> list[Entry]:
    """Practices in the order of their towns."""
    return sorted(practices, key=lambda entry: (str(entry.data["city"]).casefold(), entry.key))


def _named_besides(workshop: Workshop, page: str, members: list[RecordKey]) -> Iterator[str]:
    """Rights, standards and indicators to which these pages are related, those first to which most of them are."""
    own = set(members)
    counted = Counter(key for member in members for key in workshop.neighbours.get(member, {}) if key not in own)
    for kind in NAMED_BESIDES:
        found = (key for key in counted if key.kind == kind)
        ordered = sorted(found, key=lambda key: (-counted[key], workshop.title_of(key).casefold()))
        lines = [f"{row(workshop, page, key)} · on {count(counted[key], 'page')}" for key in ordered]
        yield listing(f"{MANY[kind]} of these pages", long_list(lines), f"named-{kind}s")
