"""The worked examples on the pages of the kinds, in docs/contribute/kinds/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PAGES = "docs/contribute/kinds"

_EXAMPLE = re.compile(
    r"^File: `(?P<path>[^`\n]+)`\n+(?P<fence>`{3,})(?P<language>markdown|yaml)\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
_HEADING = re.compile(r"^## (\S.*)$", re.MULTILINE)


class Example(NamedTuple):
    """A complete source file as a page shows it."""

    kind: str
    path: str
    language: str
    text: str


def page_of(kind: str) -> str:
    """Repository path of the page of a kind."""
    return f"{PAGES}/{kind}.md"


def examples_of(root: Path, kind: str) -> list[Example]:
    """All examples on the page of a kind, in order; none where the repository has no such page."""
    page = root / page_of(kind)
    if not page.is_file():
        return []
    text = page.read_text(encoding="utf-8")
    return [Example(kind, match["path"], match["language"], match["text"]) for match in _EXAMPLE.finditer(text)]


def sections_of_example(root: Path, kind: str) -> Iterator[str]:
    """The sections of the first example of a kind."""
    for example in examples_of(root, kind)[:1]:
        yield from _HEADING.findall(example.text)
