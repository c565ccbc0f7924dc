"""First occurrence of each glossary term on a page: found in prose, never in headings, links, code or citations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from golocal.reading.masking import FILLER, blank

_BRACKETS = re.compile(r"!?\[[^\[\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])?")
_LINES = re.compile(r"^(?:#{1,6}[^\n]*|>[ ]?\[![^\n]*|\|[^\n]*\|[ ]*\n\|[ :|-]+\|[ ]*$|[^\n]*\n(?=:   ))", re.MULTILINE)


@dataclass(frozen=True)
class Occurrence:
    """A term in a text, by its offsets."""

    start: int
    end: int
    term: str


class Glossary:
    """Finds terms by their title and other forms; the longest form wins."""

    def __init__(self, terms: Mapping[str, Mapping[str, Any]]) -> None:
        self._by_form: dict[str, str] = {}
        for id, record in sorted(terms.items()):
            for form in [record.get("title"), *(record.get("also") or [])]:
                if isinstance(form, str):
                    self._by_form.setdefault(form.casefold(), id)
        forms = sorted(self._by_form, key=lambda form: (-len(form), form))
        pattern = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
        self._pattern = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE) if forms else None

    def occurrences(self, masked: str, start: int) -> list[Occurrence]:
        """The first place of each term after offset `start`; `masked` has code and escapes blanked out already."""
        if self._pattern is None:
            return []
        prose = _BRACKETS.sub(lambda match: blank(match.group()), masked)
        prose = _LINES.sub(lambda match: blank(match.group()), prose)
        seen: dict[str, Occurrence] = {}
        for match in self._pattern.finditer(prose, start):
            id = self._by_form.get(" ".join(match.group().casefold().split()), "")
            if id and id not in seen and FILLER not in match.group():
                seen[id] = Occurrence(match.start(), match.end(), id)
        return sorted(seen.values(), key=lambda found: found.start)
