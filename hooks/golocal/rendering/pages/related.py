"""Pages that a page names as related, and pages and records that name it: both ends of each relation, grouped by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from golocal.content.locations import sequence_of
from golocal.content.mentions import RecordKey
from golocal.reading.parts import record_reference
from golocal.rendering.kind_names import MANY
from golocal.rendering.pages.page import Workshop
from golocal.rendering.text import bullets, escape, folded

MOST = 8
"""A longer group shows its first entries, two fewer than this, and the rest on demand."""
GROUPS = tuple(dict.fromkeys(MANY.values()))


def related(workshop: Workshop, page: str, key: RecordKey, see_also: Iterable[Any] = ()) -> str:
    """The groups as Markdown; empty where nothing is related.

    Args:
        page: repository path of the page that shows them; pages of the same chapter, volume or edition are left out.
        key: what the page is about.
        see_also: record links that the page gives itself.
    """
    links: dict[RecordKey, str] = {}
    for found, link in (*_named(workshop, page, see_also), *_users(workshop, page, key)):
        if found != key and not _same_sequence(workshop, page, found):
            links.setdefault(found, link)
    groups: dict[str, list[str]] = defaultdict(list)
    for found, link in links.items():
        groups[MANY[found.kind]].append(link)
    return "\n\n".join(_group(name, sorted(groups[name], key=str.casefold)) for name in GROUPS if name in groups)


def _named(workshop: Workshop, page: str, see_also: Iterable[Any]) -> Iterator[tuple[RecordKey, str]]:
    for reference in see_also:
        parts = record_reference(str(reference))
        if parts and RecordKey(*parts[:2]) in workshop.catalogue.entries:
            yield RecordKey(*parts[:2]), workshop.record_links(page, [reference])


def _users(workshop: Workshop, page: str, key: RecordKey) -> Iterator[tuple[RecordKey, str]]:
    catalogue = workshop.catalogue
    for path in sorted({*catalogue.incoming.get(key, []), *catalogue.linked_from.get(page, [])}):
        document = catalogue.corpus.documents.get(path)
        if document and document.kind in MANY:
            text = escape(workshop.page_title(path, with_volume=False))
            yield RecordKey(document.kind, document.id), f"[{text}]({workshop.layout.link(page, path)})"
    for user in catalogue.record_users.get(key, []):
        if user.kind in MANY:
            yield user, workshop.link(page, *user)


def _same_sequence(workshop: Workshop, page: str, key: RecordKey) -> bool:
    entry = workshop.catalogue.entries.get(key)
    sequence = sequence_of(entry.page) if entry else sequence_of(f"toolkit/{key.id}")
    return bool(sequence) and sequence == sequence_of(page)


def _group(name: str, links: list[str]) -> str:
    shown = links if len(links) <= MOST else links[: MOST - 2]
    rest = links[len(shown) :]
    more = f"\n\n{folded(f'and {len(rest)} more', bullets(rest))}" if rest else ""
    return f"{name}\n{{: .group }}\n\n{bullets(shown)}{more}"
