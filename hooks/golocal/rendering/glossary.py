"""First occurrence of each glossary term on a page: found in prose, never in headings, links, code or citations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from golocal.reading.masking import FILLER, blank

MAX_NESTING = 4
_BRACKETS = re.compile(r"!?\[[^\[\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])?")
_ADDRESS = re.compile(r"<[^<>\s]+>|https?://\S+|^[ ]{0,3}\[[^\[\]\n]+\]:[^\n]*|^<!--[^\n]*-->", re.MULTILINE)
_HEADING = r"#{1,6}[^\n]*|[^\n]+\n(?:=+|-+)[ ]*$"
_CALLOUT_TITLE = r">[ ]?\[![^\n]*"
_TABLE_HEADER = r"(?=[^\n]*\|)[^\n]*\n[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ :|-]*)?$"
_DEFINED = r"[^\n]+\n{1,2}(?=:[ ]{1,3}\S)"
_LINES = re.compile(rf"^(?:{_HEADING}|{_CALLOUT_TITLE}|{_TABLE_HEADER}|{_DEFINED})", re.MULTILINE)


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
        self._pattern = re.compile(rf"(?<![\w-])(?:{_one_of(forms)})(?![\w-])", re.IGNORECASE) if forms else None

    def occurrences(self, masked: str, start: int) -> list[Occurrence]:
        """The first place of each term after offset `start`; `masked` has code and escapes blanked out already."""
        if self._pattern is None:
            return []
        prose = _prose(masked)
        seen: dict[str, Occurrence] = {}
        for match in self._pattern.finditer(prose, start):
            id = self._by_form.get(" ".join(match.group().casefold().split()), "")
            if id and id not in seen and FILLER not in match.group():
                seen[id] = Occurrence(match.start(), match.end(), id)
        return sorted(seen.values(), key=lambda found: found.start)


def _one_of(forms: Iterable[str]) -> str:
    """A pattern of the forms, the first that fits wins. Parted by their first letters: at most places of a text none fits, and few are tried."""
    parted: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        parted[form[:1]].append(re.escape(form[1:]).replace(r"\ ", r"\s+"))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in parted.items())


def _prose(masked: str) -> str:
    """Blank out all that holds no prose; brackets from the inside out."""
    prose = _LINES.sub(_blanked, _ADDRESS.sub(_blanked, masked))
    for _ in range(MAX_NESTING):
        prose, count = _BRACKETS.subn(_blanked, prose)
        if not count:
            break
    return prose


def _blanked(match: re.Match[str]) -> str:
    return blank(match.group())
