"""The files of the search as classic scripts: one to start with, shards of bodies, texts for excerpts, filters.

Each names the edition of the index. A browser that kept a file of another edition is told, and does without it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from golocal.rendering.search.facets import FILTERS, KIND
from golocal.rendering.search.kinds import GROUPS, asked_as
from golocal.rendering.search.shards import shards_of
from golocal.rendering.search.terms import shard_file
from golocal.rendering.search.units import Unit

START, FACETS = "start.js", "filters.js"
CHUNK = 12_000
"""Letters of text after which a new file begins."""

TEMPLATE = 12
"""A heading on more pages than this belongs to a form, and tells no page from another."""

Orders = Mapping[str, Sequence[str]]


def scripts(
    units: Sequence[Unit], synonyms: Mapping[str, Sequence[str]], empty: Sequence[str], orders: Orders
) -> dict[str, str]:
    """All files by name, sorted. The same units in the same order give the same bytes.

    Args:
        synonyms: other words by the phrase that stands on the site.
        empty: words without meaning, which a question may hold.
        orders: values of filters that have an order of their own.
    """
    shards = shards_of([unit.counts() for unit in units])
    chunks = _chunks(units)
    start = {**_start(units), "shards": " ".join(shards), "chunks": _steps([chunk.start for chunk in chunks])}
    start |= {"synonyms": [[phrase, *others] for phrase, others in synonyms.items()], "empty": " ".join(empty)}
    bodies: dict[str, tuple[str, object]] = {shard_file(name): ("add", groups) for name, groups in shards.items()}
    bodies |= {f"text/{number}.js": ("text", _texts(units, chunk)) for number, chunk in enumerate(chunks)}
    bodies[FACETS] = ("filters", _facets(units, orders))
    edition = _edition({START: ("start", start), **bodies})
    made = {START: f"golocalSearch.start({_json({'edition': edition, **start})});\n"}
    for name, (call, value) in bodies.items():
        made[name] = f"golocalSearch.{call}({_json(edition)},{_json(_key(name))},{_json(value)});\n"
    return dict(sorted(made.items()))


def _start(units: Sequence[Unit]) -> dict[str, object]:
    """Columns: titles and addresses of all; place and size, other names and headings of those that have any."""
    kinds = list(dict.fromkeys(unit.kind for unit in units))
    sizes = list(dict.fromkeys(unit.size for unit in units if unit.place))
    frequent = Counter(heading for unit in units for heading in set(unit.headings))
    telling = [[heading for heading in unit.headings if frequent[heading] <= TEMPLATE] for unit in units]
    return {
        "addresses": [unit.address for unit in units],
        "titles": [unit.title for unit in units],
        "kinds": kinds,
        "asked": [" ".join(asked_as(kind)) for kind in kinds],
        "kind": [kinds.index(unit.kind) for unit in units],
        "sizes": sizes,
        "where": {number: [unit.place, sizes.index(unit.size)] for number, unit in enumerate(units) if unit.place},
        "weight": [unit.weight for unit in units],
        "names": {number: unit.name for number, unit in enumerate(units) if unit.name},
        "also": {number: list(unit.also) for number, unit in enumerate(units) if unit.also},
        "headings": {number: headings for number, headings in enumerate(telling) if headings},
    }


def _chunks(units: Sequence[Unit]) -> list[range]:
    """Runs of units whose texts share a file."""
    chunks, begin, size = [], 0, 0
    for number, unit in enumerate(units):
        size += sum(len(section.shown) for section in unit.sections)
        if size >= CHUNK or number + 1 == len(units):
            chunks.append(range(begin, number + 1))
            begin, size = number + 1, 0
    return chunks


def _texts(units: Sequence[Unit], chunk: range) -> list[list[list[str]]]:
    return [
        [[section.anchor, section.heading, section.shown] for section in units[number].sections] for number in chunk
    ]


def _facets(units: Sequence[Unit], orders: Orders) -> list[list[object]]:
    """For each filter its name, its label, and its values with the numbers of the units that have them, as steps."""
    rows: list[list[object]] = []
    for name, label in FILTERS.items():
        members: dict[str, list[int]] = {}
        for number, unit in enumerate(units):
            for value in [unit.kind[1]] if name == KIND else unit.facets.get(name, ()):
                members.setdefault(value, []).append(number)
        ordered = sorted(members, key=lambda value: _place(name, value, orders))
        if members:
            rows.append([name, label, [[value, _steps(members[value])] for value in ordered]])
    return rows


def _place(name: str, value: str, orders: Orders) -> tuple[int, str]:
    """Where a value stands among its filter's: as its vocabulary has it, the newest year first, by letter."""
    order = GROUPS if name == KIND else orders.get(name, ())
    if value in order:
        return order.index(value), ""
    return (-int(value), "") if name == "year" else (len(order), value.casefold())


def _steps(numbers: Sequence[int]) -> list[int]:
    """Rising numbers as the first one and the distances from each to the next."""
    return [*numbers[:1], *(after - before for before, after in pairwise(numbers))]


def _key(name: str) -> str:
    return name.removesuffix(".js").removeprefix("text/")


def _edition(files: Mapping[str, tuple[str, object]]) -> str:
    return hashlib.sha256(_json(sorted(files.items())).encode()).hexdigest()[:8]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
