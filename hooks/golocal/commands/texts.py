"""The table of `golocal check --report`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from golocal.content.texts import LINKED, TextFigures

HEADINGS = ("words", "cit/100", "cited", "sentence", "ease", *LINKED)
WIDTH = 10


def as_json(rows: Iterable[TextFigures]) -> str:
    """The figures as JSON, with the two that are computed of others."""
    listed = [{**asdict(row), "per_hundred": row.per_hundred, "share_cited": row.share_cited} for row in rows]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def as_table(rows: list[TextFigures]) -> str:
    """The figures as a table of plain text; the last line is the sum or the mean weighted by words."""
    width = max([len(row.path) for row in rows] + [4])
    lines = [_line("page", HEADINGS, width), *(_line(row.path, _cells(row), width) for row in rows)]
    return "\n".join([*lines, _line("all", _whole(rows), width)])


def _line(name: str, cells: Iterable[str], width: int) -> str:
    return f"{name:{width}}{''.join(f'{cell:>{WIDTH}}' for cell in cells)}"


def _cells(row: TextFigures) -> Iterator[str]:
    yield str(row.words)
    yield f"{row.per_hundred:.1f}"
    yield "-" if row.share_cited is None else f"{row.share_cited:.0%}"
    yield f"{row.sentence:.1f}"
    yield f"{row.ease:.0f}"
    yield from (str(row.links[kind]) for kind in LINKED)


def _whole(rows: list[TextFigures]) -> Iterator[str]:
    words = sum(row.words for row in rows) or 1
    factual = sum(row.factual for row in rows)
    yield str(sum(row.words for row in rows))
    yield f"{100 * sum(row.citations for row in rows) / words:.1f}"
    yield f"{sum(row.cited for row in rows) / factual:.0%}" if factual else "-"
    yield f"{sum(row.sentence * row.words for row in rows) / words:.1f}"
    yield f"{sum(row.ease * row.words for row in rows) / words:.0f}"
    yield from (str(sum(row.links[kind] for row in rows)) for kind in LINKED)
