"""The words that the repository knows: abbreviations that need no explanation, and terms to avoid with those to use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

ABBREVIATION = re.compile(r"[A-Z][A-Z]")
_TOKEN = re.compile(r"[A-Za-z]+")

Records = Mapping[str, Mapping[str, Any]]


class Preferred(NamedTuple):
    """The glossary term to use."""

    id: str
    title: str


@dataclass(frozen=True)
class Lexicon:
    """What the rules about words compare with.

    Attributes:
        known: abbreviations that may stand without an explanation.
        avoided: terms to avoid in small letters, each with the term to use.
    """

    known: frozenset[str] = frozenset()
    avoided: dict[str, Preferred] = field(default_factory=dict)

    def as_rows(self) -> list[Any]:
        """All of it in a fixed order, for the key of the cache."""
        return [sorted(self.known), sorted(self.avoided.items())]


def read_lexicon(vocabularies: Mapping[str, Records], terms: Records) -> Lexicon:
    """The lexicon of these vocabularies and glossary terms."""
    forms = [form for term in terms.values() for form in (term.get("title"), *_texts(term, "also"))]
    for name in ("abbreviations", "short-names"):
        forms += [entry.get("label") for entry in vocabularies.get(name, {}).values()]
    known = frozenset([*_abbreviations(forms), *(str(id) for id in vocabularies.get("countries", {}))])
    avoided: dict[str, Preferred] = {}
    for id, term in sorted(terms.items()):
        for form in _texts(term, "avoid"):
            avoided.setdefault(" ".join(form.casefold().split()), Preferred(id, str(term.get("title") or id)))
    return Lexicon(known, avoided)


def _texts(term: Mapping[str, Any], key: str) -> list[str]:
    values = term.get(key)
    return [value for value in values if isinstance(value, str) and value.strip()] if isinstance(values, list) else []


def _abbreviations(forms: Iterable[Any]) -> set[str]:
    """Words with two capitals side by side."""
    return {
        word for form in forms if isinstance(form, str) for word in _TOKEN.findall(form) if ABBREVIATION.search(word)
    }
