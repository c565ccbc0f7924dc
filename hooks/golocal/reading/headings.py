"""Headings of a Markdown body and the anchors that Python-Markdown's `toc` will give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import markdown
from markdown.extensions.toc import slugify, unique

from golocal.reading.masking import FENCE_FILLER
from golocal.reading.parts import Fault, Heading
from golocal.reading.positions import Positions

MAX_HEADINGS = 1000
MAX_LENGTH = 300

_HASH = re.compile(r"^(#{1,6})([^\n]*)$", re.MULTILINE)
_UNDERLINE = re.compile(r"^(?:=+|-+)[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?!#)(?=[ \t]*\S)([^\n]+)\n(=+|-+)[ \t]*$", re.MULTILINE)
_NESTED = re.compile(
    r"^(?=[ ]{4}|[ ]{0,3}(?:\t|>|[*+:-][ \t]|\d{1,9}\.[ \t]))(?:[ \t>*+:-]|\d{1,9}\.|\[![A-Za-z]+\])*#"
    r"|^[ ]{0,3}(?:>|(?:[*+-]|\d{1,9}\.)[ ]|:[ ])[^\n]*\n(?:[ ]{0,3}>)*[ ]*(?:=+|-+)[ \t]*$"
    r"|^#[^\n]*\|[^\n]*\n(?=[^\n]*\|)[ |:-]+$"
    r"|(?<=\S\n)[ ]{4,}(?:=+|-+)[ \t]*$",
    re.MULTILINE,
)
_MAY_NEST = re.compile(r"^(?:[ \t>*+:\d-][^\n]*#|[ \t>]*(?:=+|-+)[ \t]*$)", re.MULTILINE)
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\[\]]*\]:")
_MARKUP = re.compile(r"[\\`*_\[\]<>&!]")


class Found(NamedTuple):
    """A heading as it stands in the source."""

    offset: int
    level: int
    text: str


def read_headings(
    text: str, masked: str, start: int, positions: Positions, title: str, definitions: str = ""
) -> list[Heading]:
    """Headings after offset `start`, in order; anchors are unique on the page, where the title is the first heading.

    Args:
        definitions: the lines that define link targets; a heading may use them.
    """
    used: set[str] = set()
    counters: dict[str, int] = {}
    if title:
        unique(anchor_of(title), used, counters)
    headings = []
    for found in _find(text, masked, start)[:MAX_HEADINGS]:
        anchor = unique(anchor_of(found.text, definitions), used, counters)
        headings.append(Heading(found.level, found.text, anchor, *positions.place(found.offset)))
    return headings


def heading_faults(text: str, masked: str, start: int, positions: Positions) -> list[Fault]:
    """Headings inside of lists and quotes, whose anchors depend on what surrounds them; too many, and too long ones."""
    faults = [
        Fault(
            "nested-heading",
            *positions.place(match.start()),
            text[match.start() :].split("\n", maxsplit=1)[0].strip()[:40],
        )
        for match in _nested(masked, start)
    ]
    found = _find(text, masked, start)
    if len(found) > MAX_HEADINGS:
        faults.append(Fault("too-complex", *positions.place(found[0].offset), f"{len(found)} headings"))
    for heading in found:
        if len(heading.text) > MAX_LENGTH:
            detail = f"a heading of {len(heading.text)} characters"
            faults.append(Fault("too-complex", *positions.place(heading.offset), detail))
    return faults


def _nested(masked: str, start: int) -> Iterable[re.Match[str]]:
    if "|" in masked or _MAY_NEST.search(masked, start):
        return _NESTED.finditer(masked, start)
    return ()


@lru_cache(maxsize=1)
def _find(text: str, masked: str, start: int) -> list[Found]:
    found = []
    for match in _HASH.finditer(masked, start):
        inside = _without_closing(masked[match.start(2) : match.end()])
        if inside is not None:
            shown = text[match.start(2) : match.start(2) + len(inside)].strip()
            found.append(Found(match.start(), len(match.group(1)), shown))
    return sorted([*found, *_underlined(text, masked, start)])


def _without_closing(rest: str) -> str | None:
    """What stands between the number signs; None where a backslash at the end of the line makes it plain text."""
    inside = rest.rstrip("#")
    escaped = (len(inside) - len(inside.rstrip("\\"))) % 2 == 1
    if not escaped:
        return inside
    return f"{inside}#" if len(inside) < len(rest) else None


def _underlined(text: str, masked: str, start: int) -> Iterator[Found]:
    if not _UNDERLINE.search(masked, start):
        return
    position = block = start
    while match := _UNDERLINED.search(masked, position):
        position = match.end(1) + 1
        begins = match.start() == block or _begins_block(masked, match.start(), match.group(2))
        if begins and FENCE_FILLER not in match.group():
            level = 1 if match.group(2).startswith("=") else 2
            yield Found(match.start(), level, text[match.start(1) : match.end(1)].strip())
            position = block = match.end() + 1


def _begins_block(masked: str, offset: int, underline: str) -> bool:
    """Whether the line at `offset` is the first of its block: after a blank line, a heading or fenced code.

    After the definition of a link it is so only where the renderer does not take the underline for a rule first.
    """
    line_before = masked[masked.rfind("\n", 0, offset - 1) + 1 : offset - 1]
    if not line_before.strip() or FENCE_FILLER in line_before:
        return True
    if _DEFINITION.match(line_before):
        return not underline.startswith("---")
    heading = _HASH.match(line_before)
    return heading is not None and _without_closing(heading.group(2)) is not None


def anchor_of(heading: str, definitions: str = "") -> str:
    """The anchor of a heading that stands alone on a page."""
    shown = heading[:MAX_LENGTH]
    if not _MARKUP.search(shown):
        return slugify(shown, "-")
    return _rendered_anchor(shown, definitions if "[" in shown else "")


@lru_cache(maxsize=1)
def _renderer() -> markdown.Markdown:
    renderer = markdown.Markdown(extensions=["toc"])
    renderer.preprocessors.deregister("html_block")
    renderer.inlinePatterns.deregister("html")
    renderer.inlinePatterns.deregister("automail")
    return renderer


@lru_cache(maxsize=4096)
def _rendered_anchor(heading: str, definitions: str) -> str:
    renderer = _renderer()
    renderer.reset()
    renderer.convert(f"# {heading} \n\n{definitions}")
    tokens = renderer.toc_tokens  # type: ignore[attr-defined]
    return str(tokens[0]["id"]) if tokens else ""
