"""Records to which a page is related, in either direction, grouped by kind: both ends of each relation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from golocal.content.catalogue import Entry
from golocal.content.locations import sequence_of
from golocal.content.mentions import RecordKey
from golocal.content.neighbours import groups_of
from golocal.rendering.kind_names import MANY
from golocal.rendering.pages.page import Workshop
from golocal.rendering.pages.rows import MOST, count, long_list, row
from golocal.rendering.text import LISTING, bullets, folded

ORDER = tuple(dict.fromkeys(MANY.values()))
Sorter = Callable[[Workshop, Entry], str]


def related(workshop: Workshop, page: str, key: RecordKey, shown: Iterable[RecordKey] = ()) -> str:
    """The groups as Markdown; empty where nothing is related.

    Args:
        page: repository path of the page that shows them; pages of the same chapter, volume or edition are left out.
        key: what the page is about.
        shown: records that the page shows elsewhere.
    """
    return "\n\n".join(
        _part(workshop, page, key, heading, keys)
        for name, found in groups(workshop, page, key, shown).items()
        for heading, keys in _parted(workshop, name, found)
    )


def groups(
    workshop: Workshop, page: str, key: RecordKey, shown: Iterable[RecordKey] = ()
) -> dict[str, list[RecordKey]]:
    """Related records by the name of their group, in the order of the groups."""
    left_out = {key, *shown}
    found: dict[str, list[RecordKey]] = {name: [] for name in ORDER}
    for other in sorted(workshop.neighbours.get(key, {}), key=lambda other: in_order(workshop, other)):
        if other.kind in MANY and other not in left_out and not _same_sequence(workshop, page, other):
            found[MANY[other.kind]].append(other)
    return {name: keys for name, keys in found.items() if keys}


def group_text(workshop: Workshop, page: str, key: RecordKey, name: str, keys: list[RecordKey]) -> str:
    """One group as the text of a section of its own; a long one in parts."""
    parts = list(_parted(workshop, name, keys))
    if len(parts) == 1:
        return _lines(workshop, page, key, keys)
    return "\n\n".join(_part(workshop, page, key, heading.removeprefix(f"{name}: "), found) for heading, found in parts)


def _part(workshop: Workshop, page: str, key: RecordKey, heading: str, keys: list[RecordKey]) -> str:
    return f"{heading}\n{{: .group }}\n\n{_lines(workshop, page, key, keys)}"


def in_order(workshop: Workshop, key: RecordKey) -> tuple[int, str, RecordKey]:
    """The order of records in a group: by their titles, practices by the size of their towns first."""
    size = 0
    if key.kind == "practice":
        known = list(workshop.catalogue.corpus.vocabularies.get("population-classes", {}))
        own = str(workshop.catalogue.entries[key].data["population_class"])
        size = known.index(own) if own in known else len(known)
    return size, workshop.title_of(key).casefold(), key


def _lines(workshop: Workshop, page: str, here: RecordKey, keys: list[RecordKey]) -> str:
    ends = workshop.neighbours[here]
    return long_list([row(workshop, page, key, ends[key].there) for key in keys])


def naming_provision(workshop: Workshop, page: str, standard: RecordKey, anchor: str) -> list[str]:
    """Lines of the records that are related to one provision of a standard."""
    ends = workshop.neighbours.get(standard, {})
    found = [key for key in ends if anchor in ends[key].here and key.kind in MANY]
    kinds = list(MANY)
    ordered = sorted(found, key=lambda key: (kinds.index(key.kind), in_order(workshop, key)))
    return [row(workshop, page, key) for key in ordered]


def users_of_all(workshop: Workshop, page: str, keys: Iterable[RecordKey]) -> list[str]:
    """Lines of the records to which any of several is related, each once."""
    found = {other for key in keys for other in workshop.neighbours.get(key, {}) if other.kind in MANY}
    return [row(workshop, page, other) for other in sorted(found, key=lambda other: in_order(workshop, other))]


def terms_beside(workshop: Workshop, page: str, term: RecordKey) -> list[str]:
    """Links to the terms that a term names as related, and to those that name it."""
    found = (other for other in workshop.neighbours.get(term, {}) if other.kind == "term")
    return [workshop.titled_link(page, other) for other in sorted(found, key=lambda other: in_order(workshop, other))]


def where_used(workshop: Workshop, page: str, key: RecordKey) -> str:
    """On demand, the records and pages that a term or source is named on; the site's own pages among them."""
    found = {other for other in workshop.neighbours.get(key, {}) if other.kind in MANY and other.kind != key.kind}
    found |= {user for user in workshop.pages_with_term.get(key.id, []) if key.kind == "term"}
    found |= set(_pages_of_the_site(workshop, key))
    lines = [workshop.titled_link(page, other) for other in sorted(found, key=lambda other: in_order(workshop, other))]
    verb = "Cited" if key.kind == "reference" else "Used"
    return folded(f"{verb} in {count(len(lines), 'place')}", bullets(lines), LISTING) if lines else ""


def _pages_of_the_site(workshop: Workshop, key: RecordKey) -> Iterator[RecordKey]:
    """Pages such as those about the project: no part of the library, but readers of a source want to know them too."""
    documents = workshop.catalogue.corpus.documents
    for path in workshop.catalogue.incoming.get(key, []):
        if path in documents and documents[path].kind == "page":
            yield RecordKey("page", documents[path].id)


def _parted(workshop: Workshop, name: str, keys: list[RecordKey]) -> Iterator[tuple[str, list[RecordKey]]]:
    """A long group in parts, where its kind has a way to part it: practices by size of the place, standards by region."""
    kind = keys[0].kind
    if len(keys) <= MOST or kind not in PARTS:
        yield name, keys
        return
    vocabulary, part_of = PARTS[kind]
    parts: dict[str, list[RecordKey]] = {id: [] for id in workshop.catalogue.corpus.vocabularies.get(vocabulary, {})}
    for key in keys:
        parts.setdefault(part_of(workshop, workshop.catalogue.entries[key]), []).append(key)
    for id, found in parts.items():
        if found:
            yield f"{name}: {workshop.label(vocabulary, id)}", found


def _size(workshop: Workshop, entry: Entry) -> str:
    size = str(entry.data["population_class"])
    return next(iter(groups_of(workshop.catalogue.corpus.vocabularies, "population-classes", size)), "")


def _value(field: str) -> Sorter:
    return lambda workshop, entry: str(entry.data[field])


PARTS: dict[str, tuple[str, Sorter]] = {
    "practice": ("size-groups", _size),
    "standard": ("standard-regions", _value("region")),
    "indicator": ("indicator-types", _value("type")),
}


def _same_sequence(workshop: Workshop, page: str, key: RecordKey) -> bool:
    sequence = sequence_of(workshop.page_of(key))
    return bool(sequence) and sequence == sequence_of(page)
