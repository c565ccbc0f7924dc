"""The words of a text, block by block, with their places: what rules about wording read.

Signs of markup, citations and code are replaced one for one, so that an offset in a passage still leads to a line and a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from golocal.reading.markdown import Source
from golocal.reading.masking import CITED, FENCE_FILLER, FILLER, MARKUP, blank, mask_code_spans
from golocal.reading.positions import Positions

_BRACKETS = re.compile(r"\[([^\[\]]*)\](\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]]*\])?")
_ADDRESS = re.compile(r"<?\b(?:https?|mailto):[^\s<>)\]]+>?")
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\[\]\n]+\]:[^\n]*", re.MULTILINE)
_ENTITY = re.compile(r"&#?\w{1,20};")
_BEGINS = re.compile(
    rf"[ \t>]*(?:(?:[-*+]|\d{{1,9}}[.)])[ \t]+)*(?:#{{1,6}}[ \t]|:[ ]{{1,3}}|\[![A-Za-z]+\][ \t]*|[{FILLER}{FENCE_FILLER}=-]*$)?"
)
_CALLOUT = re.compile(r"[ \t>]*\[!")


@dataclass
class Passage:
    """A paragraph, list entry, heading, table cell or value.

    Attributes:
        text: words as written; markup, citations and code are replaced by the signs of `golocal.reading.masking`.
        line, column: place of its first character.
        moves: whether an offset leads to a place of its own; a value of YAML has one place.
        ours: whether the words are ours: not the title of a source, an id or an address.
        quoted: whether it stands in a quotation that cites its source.
    """

    text: str
    line: int
    column: int
    moves: bool = True
    ours: bool = True
    quoted: bool = False

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at `offset`."""
        if not self.moves:
            return self.line, self.column
        line, column = self._positions.place(offset)
        return self.line + line - 1, column if line > 1 else self.column + offset

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.text)


def plain(text: str) -> str:
    """The words of a text whose code is blanked out already: the same length, links as their texts, citations as `CITED`."""
    if "]:" in text:
        text = _DEFINITION.sub(_blanked, text)
    if "[" in text:
        images = "![" in text
        text = _BRACKETS.sub(_shown, text)
        text = text.replace(f"!{MARKUP}", MARKUP * 2) if images else text
    if "://" in text or "mailto:" in text:
        text = _ADDRESS.sub(_blanked, text)
    if "&" in text:
        text = _ENTITY.sub(_blanked, text)
    return text.replace("*", MARKUP)


def value_passage(value: str, place: tuple[int, int], ours: bool) -> Passage:
    """The words of a value of YAML."""
    text = plain(mask_code_spans(value)) if ours else value
    return Passage(text, *place, moves=False, ours=ours)


def _shown(match: re.Match[str]) -> str:
    text, target = match.groups()
    if target is None:
        whole = match.group()
        return blank(whole, CITED) if "@" in text else whole
    return f"{MARKUP}{text}{MARKUP}{blank(target, MARKUP)}"


def _blanked(match: re.Match[str]) -> str:
    return blank(match.group())


def body_passages(source: Source) -> list[Passage]:
    """The passages of a Markdown body, in order."""
    masked = source.masked[source.body :]
    reader = _Reader(source.masked.count("\n", 0, source.body) + 1)
    for raw, shown in zip(masked.split("\n"), plain(masked).split("\n"), strict=True):
        if raw:
            reader.read(raw, shown)
        else:
            reader.close()
        reader.line += 1
    reader.close()
    reader.end_quotation()
    return reader.passages


@dataclass
class _Reader:
    """Puts lines together to passages."""

    line: int
    passages: list[Passage] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _begun: tuple[int, int] = (0, 0)
    _quotation: int = -1
    _callout: bool = False

    def read(self, raw: str, shown: str) -> None:
        """Read the next line; `raw` tells the form, `shown` the words."""
        signs = raw[0] if raw[0].isalpha() else raw.lstrip(" \t")[:1]
        if (signs == ">") != (self._quotation >= 0):
            self.close()
            self.end_quotation()
            self._quotation = len(self.passages) if signs == ">" else -1
        if signs == ">":
            self._callout = self._callout or _CALLOUT.match(raw) is not None
            signs = raw.lstrip(" \t>")[:1]
        if signs == "|":
            self.close()
            self.passages += self._cells(shown)
        else:
            self._text(raw, shown)

    def _text(self, raw: str, shown: str) -> None:
        match = None if raw[:1].isalpha() else _BEGINS.match(raw)
        end = match.end() if match else 0
        marked = bool(raw[:end].strip(" \t>"))
        if marked or end == len(raw):
            self.close()
        if end < len(raw):
            if not self._lines:
                self._begun = (self.line, end + 1)
                self._lines.append(shown[end:])
            else:
                self._lines.append(" " * end + shown[end:])
            if marked and "#" in raw[:end]:
                self.close()

    def _cells(self, shown: str) -> Iterator[Passage]:
        start = 0
        for cell in shown.split("|"):
            text = cell.strip(" \t>")
            if text:
                yield Passage(text, self.line, start + cell.index(text) + 1)
            start += len(cell) + 1

    def close(self) -> None:
        """End the passage that has begun."""
        if self._lines:
            self.passages.append(Passage("\n".join(self._lines), *self._begun))
            self._lines = []

    def end_quotation(self) -> None:
        """Mark what stands in a quotation that cites."""
        if self._quotation >= 0 and not self._callout:
            quotation = self.passages[self._quotation :]
            cites = any(CITED in passage.text for passage in quotation)
            for passage in quotation:
                passage.quoted = cites
        self._callout = False
