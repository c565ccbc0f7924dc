"""What is known of a new document before anybody is asked: its stage, its dates, its number."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from golocal.content.catalogue import Catalogue
from golocal.content.kinds import ALL_MODELS, DOCUMENT_MODELS
from golocal.content.kinds.common import Dated
from golocal.findings.hints import in_words, nearest
from golocal.publishing.fieldguide import Row
from golocal.scaffolding.keys import Value
from golocal.scaffolding.places import SERIES
from golocal.scaffolding.refusal import Refused

# Records whose id is their name. The title of a source or standard is a fact.
NAMED_BY_ID = frozenset({"right", "term"})
FIRST: dict[str, Value] = {"status": "draft", "version": "1.0"}


def known_facts(kind: str, id: str, rows: Sequence[Row], on: datetime.date, catalogue: Catalogue) -> dict[str, Value]:
    """Facts that follow from kind, id and day."""
    facts: dict[str, Value] = {**FIRST}
    if kind in DOCUMENT_MODELS or kind in NAMED_BY_ID:
        facts["title"] = as_title(id)
    facts |= {row.key: row.schema["const"] for row in rows if "const" in row.schema}
    if issubclass(ALL_MODELS[kind], Dated):
        facts["review_due"] = _a_year_after(on).isoformat()
    if kind in SERIES:
        facts["number"] = id.rpartition("-")[2]
    if kind == "chapter":
        facts["number"] = str(_next_chapter(catalogue))
    if kind == "outcome":
        facts["of"] = id
    if kind == "news":
        facts["date"] = id[:10]
    return {key: value for key, value in facts.items() if key in {row.key for row in rows}}


def as_title(id: str) -> str:
    """A name as the title that it may become: `warm-homes` as "Warm homes"."""
    words = id.rpartition("/")[2].lstrip("0123456789-").replace("-", " ")
    return f"{words[:1].upper()}{words[1:]}" if len(words) > 1 else id


def given_facts(given: Mapping[str, str], kind: str, rows: Sequence[Row]) -> dict[str, Value]:
    """Facts as an editor gives them; lists are divided at commas. Raises Refused for a key that the kind has not."""
    known = {row.key: row for row in rows}
    facts: dict[str, Value] = {}
    for key, value in given.items():
        if key not in known:
            close = nearest(key, known)
            hint = f"closest: {in_words(close)}" if close else f"keys: docs/contribute/fields.md#{kind}"
            raise Refused(f"a {kind} has no key `{key}`; {hint}")
        is_list = known[key].schema.get("type") == "array"
        facts[key] = [part.strip() for part in value.split(",") if part.strip()] if is_list else value
    return facts


def _next_chapter(catalogue: Catalogue) -> int:
    numbers = [str(entry.data.get("number")) for entry in catalogue.of_kind("chapter")]
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1


def _a_year_after(day: datetime.date) -> datetime.date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)
