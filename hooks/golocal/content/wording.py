"""All words of a source in the order in which a reader meets them, for the rules about wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from golocal.content.corpus import DataFile, Document
from golocal.content.lexicon import Lexicon
from golocal.reading.masking import CITED, FILLER, MARKUP
from golocal.reading.prose import Passage, body_passages, value_passage
from golocal.reading.yamltree import Path, YamlTree

BORROWED_KINDS = frozenset({"reference", "vocabulary"})
BORROWED_KEYS = frozenset({"avoid", "also", "short_title", "symbol", "url", "URL", "body", "label"})
BORROWED_TITLES = frozenset({"standard"})
_LANGUAGE = re.compile(r"\.[a-z]{2,3}\.md\Z")
_CAPITALS = bytes(ord("A") if ord("A") <= code <= ord("Z") else ord(".") for code in range(256))


@dataclass
class Part:
    """A text, or one record of a data file: what is explained in it need not be explained again.

    Attributes:
        front: front matter, or the title of a record: too short to explain what the rest explains.
    """

    front: list[Passage]
    body: list[Passage]


class Wording:
    """The words of a source.

    Attributes:
        parts: the document, or the records of a data file.
        lexicon: what the repository knows.
        in_english: whether the name of the file has no ending of another language, such as `.fr.md`.
    """

    def __init__(self, source: Document | DataFile, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.in_english = _LANGUAGE.search(source.path) is None
        self.parts = list(_parts(source))
        self.passages = [passage for part in self.parts for passage in (*part.front, *part.body)]

    @cached_property
    def ours(self) -> list[Passage]:
        """Passages in our words."""
        return [passage for passage in self.passages if passage.ours]

    @cached_property
    def all(self) -> str:
        """All words in one string without markup, by which a rule sees quickly that what it looks for does not occur."""
        text = "\n".join([passage.text for passage in self.passages]).replace(MARKUP, "")
        return text.replace(FILLER, "\x00").replace(CITED, "\x01")  # signs of one byte: searching is twice as fast

    @cached_property
    def small(self) -> str:
        """`all` in small letters."""
        return self.all.lower()

    @cached_property
    def has_capitals(self) -> bool:
        """Whether two capitals stand side by side anywhere, as in an abbreviation."""
        return b"AA" in self.all.encode("latin-1", "replace").translate(_CAPITALS)

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
        """Matches in our words, in order."""
        for passage in self.ours:
            for match in pattern.finditer(passage.text):
                yield passage, match


def _parts(source: Document | DataFile) -> Iterator[Part]:
    if isinstance(source, Document):
        front = source.source.front
        yield Part(list(_values(front.value, source.kind, (), front)), body_passages(source.source))
    else:
        for id, record in source.records.items():
            passages = {key: list(_values(value, source.kind, (id, key), source.tree)) for key, value in record.items()}
            yield Part(passages.pop("title", []), [passage for found in passages.values() for passage in found])


def _values(value: Any, kind: str, path: Path, tree: YamlTree) -> Iterator[Passage]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _values(child, kind, (*path, key), tree)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _values(child, kind, (*path, index), tree)
    elif isinstance(value, str) and value:
        yield value_passage(value, tree.place_of(path), " " in value and not _is_borrowed(kind, path))


def _is_borrowed(kind: str, path: Path) -> bool:
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    return kind in BORROWED_KINDS or key in BORROWED_KEYS or (key == "title" and kind in BORROWED_TITLES)
