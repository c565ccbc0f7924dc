"""Headings of a Markdown body and the anchors that Python-Markdown's `toc` will give them."""

from __future__ import annotations

import re
from functools import lru_cache

import markdown
from markdown.extensions.toc import slugify, unique

from golocal.reading.masking import FILLER
from golocal.reading.parts import Heading
from golocal.reading.positions import Positions

_ATX = re.compile(r"^(#{1,6})((?:\\.|[^\\\n])*?)#*[ ]*$", re.MULTILINE)
_SETEXT = re.compile(r"(?:\A|\n[ \t]*\n)([^\n#>|" + FILLER + r"][^\n]*)\n(=+|-+)[ ]*(?=\n|$)")
_MARKUP = re.compile(r"[\\`*_\[\]<>&!]")


def read_headings(text: str, masked: str, start: int, positions: Positions, title: str) -> list[Heading]:
    """Headings after offset `start`, in order; anchors are unique on the page, where the title is the first heading."""
    found = [
        (match.start(), len(match.group(1)), text[match.start(2) : match.end(2)])
        for match in _ATX.finditer(masked, start)
    ]
    for match in _SETEXT.finditer(masked, start):
        level = 1 if match.group(2).startswith("=") else 2
        found.append((match.start(1), level, text[match.start(1) : match.end(1)]))
    used: set[str] = set()
    if title:
        unique(anchor_of(title), used)
    headings = []
    for offset, level, raw in sorted(found):
        plain = raw.strip()
        headings.append(Heading(level, plain, unique(anchor_of(plain), used), *positions.place(offset)))
    return headings


def anchor_of(heading: str) -> str:
    """The anchor of a heading that stands alone on a page."""
    return _rendered_anchor(heading) if _MARKUP.search(heading) else slugify(heading, "-")


@lru_cache(maxsize=4096)
def _rendered_anchor(heading: str) -> str:
    renderer = markdown.Markdown(extensions=["toc"])
    renderer.preprocessors.deregister("html_block")
    renderer.inlinePatterns.deregister("html")
    renderer.convert(f"# {heading}")
    tokens = renderer.toc_tokens  # type: ignore[attr-defined]
    return str(tokens[0]["id"]) if tokens else ""
