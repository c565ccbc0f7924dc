"""Links, images and citations of a Markdown body, by one pass over its brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import markdown
from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor

from golocal.reading.parts import Citation, CitedWork, Fault, Link
from golocal.reading.positions import Positions

MAX_OPEN_BRACKETS = 200
MAX_TARGET = 4000
MAX_READ = 400_000

_TOKEN = re.compile(r"\n[ \t]*\n|[\[\]]")
_SIMPLE_TARGET = re.compile(r"\(([^()<>\s\"']{1,2000})\)")
_BEFORE_TARGET = re.compile(r"\(\s*(?:<\s*(?=[^<>]*>))?")
_BLOCK_END = re.compile(r"\n[ \t]*\n")
_DEFINITION = re.compile(
    r"^(?P<before>(?:[ \t>*+:-]|\d{1,9}\.)*)(?P<bracket>\[)(?P<id>[^\[\]]*)\]:[ ]*(?:\n[ ]*)?<*(?P<address>[^\s]+)"
    r"[ ]*(?:\n[ ]*)?(?:(?P<quote>[\"'])(?:.*)(?P=quote)[ ]*|\(.*\)[ ]*)?$",
    re.MULTILINE,
)
_LABEL = re.compile(r"\s?\[([^\]]*)\]")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*://[^<>]*)>")
_WORK = re.compile(r"^(?P<prefix>[^@]*?)(?P<minus>-?)@(?P<key>[A-Za-z0-9][\w:.-]*?)(?P<rest>(?:[\s,;].*)?)$", re.DOTALL)


class Brackets(NamedTuple):
    """A matched pair: offsets of `[` and of the character after `]`."""

    start: int
    end: int


def match_brackets(masked: str, start: int, positions: Positions) -> tuple[list[Brackets], list[Fault]]:
    """All bracket pairs that close within their block; a fault where a block leaves too many open."""
    pairs: list[Brackets] = []
    faults: list[Fault] = []
    open_at: list[int] = []
    for token in _TOKEN.finditer(masked, start):
        sign = token.group()
        if sign == "[":
            open_at.append(token.start())
        elif sign == "]" and open_at:
            pairs.append(Brackets(open_at.pop(), token.end()))
        elif sign != "]":
            faults += _too_many(open_at, positions)
            open_at = []
    faults += _too_many(open_at, positions)
    return sorted(pairs), faults


def _too_many(open_at: list[int], positions: Positions) -> list[Fault]:
    if len(open_at) <= MAX_OPEN_BRACKETS:
        return []
    return [Fault("too-complex", *positions.place(open_at[0]), f"{len(open_at)} brackets `[` that never close")]


class Definition(NamedTuple):
    """A line such as `[name]: address`: its name, offsets of its bracket, end and address, and whether it may be in a list."""

    name: str
    start: int
    end: int
    address: tuple[int, int]
    nested: bool


def read_definitions(masked: str, start: int) -> list[Definition]:
    """Definitions of link targets; those in lists and quotations first, so that the last of a name counts."""
    if "]:" not in masked:
        return []
    found = []
    for match in _DEFINITION.finditer(masked, start):
        before, name = match["before"], match["id"].strip().lower()
        address = (match.start("address"), match.start("address") + len(match["address"].rstrip(">")))
        nested = len(before) > 3 or bool(before.strip())
        found.append(Definition(name, match.start("bracket"), match.end(), address, nested))
    return sorted(found, key=lambda definition: (not definition.nested, definition.start))


def read_links(
    text: str, masked: str, pairs: list[Brackets], definitions: list[Definition], positions: Positions
) -> tuple[list[Link], list[Fault]]:
    """Inline, reference and automatic links and images, in order of place, targets as written; and what never closes."""
    targets = _Targets(masked, positions)
    named = {definition.name: definition.address for definition in definitions}
    labels = {definition.start for definition in definitions if not definition.nested}
    links = []
    for pair in pairs:
        bounds = targets.after(pair.end)
        if bounds is None and pair.start not in labels:
            bounds = _referenced(masked, pair, named, labels)
        if bounds:
            links.append(_link(text, masked, pair, bounds, positions))
    taken = {definition.address[0] for definition in definitions if not definition.nested}
    taken.update(link.start for link in links)
    for match in _AUTOLINK.finditer(masked):
        if match.start(1) not in taken:
            address = text[slice(*match.span(1))]
            links.append(Link(address, address, *positions.place(match.start()), *match.span(1), False))
    return sorted(links, key=lambda link: (link.line, link.column)), targets.faults


def _link(text: str, masked: str, pair: Brackets, bounds: tuple[int, int], positions: Positions) -> Link:
    is_image = pair.start > 0 and masked[pair.start - 1] == "!"
    label = text[pair.start + 1 : pair.end - 1]
    return Link(text[slice(*bounds)], label, *positions.place(pair.start - is_image), *bounds, is_image)


def _referenced(
    masked: str, pair: Brackets, named: dict[str, tuple[int, int]], labels: set[int]
) -> tuple[int, int] | None:
    if not named:
        return None
    shown = masked[pair.start + 1 : pair.end - 1]
    label = _LABEL.match(masked, pair.end)
    address = named.get(_name(label.group(1) or shown)) if label else None
    if label and address:
        labels.add(label.start(1) - 1)
        return address
    return named.get(_name(shown))


def _name(label: str) -> str:
    return re.sub(r"\s+", " ", label.lower())


class _Renderer(LinkInlineProcessor):
    """The renderer's own reading of a target; masked text holds nothing to unescape."""

    def unescape(self, text: str) -> str:
        return text


@cache
def _renderer() -> _Renderer:
    return _Renderer(LINK_RE, markdown.Markdown())


class _Targets:
    """Finds what stands in the round brackets after a link's text, as the renderer does: nested brackets, titles, spaces."""

    def __init__(self, masked: str, positions: Positions) -> None:
        self._masked = masked
        self._positions = positions
        self._read = 0
        self.faults: list[Fault] = []

    def after(self, offset: int) -> tuple[int, int] | None:
        """Bounds of the target whose round bracket opens at `offset`."""
        if self._masked[offset : offset + 1] != "(":
            return None
        simple = _SIMPLE_TARGET.match(self._masked, offset)
        if simple:
            return simple.span(1)
        if self.faults:
            return None
        block_end = _BLOCK_END.search(self._masked, offset, offset + MAX_TARGET)
        inside = self._masked[offset : block_end.start() if block_end else offset + MAX_TARGET]
        target, _, end, closed = _renderer().getLink(inside, 0)
        self._read += end if closed and end > 0 else len(inside)
        if self._read > MAX_READ:
            place = self._positions.place(offset)
            self.faults.append(Fault("too-complex", *place, "many links whose round bracket `(` does not close"))
        if not closed:
            return None
        start = offset + _BEFORE_TARGET.match(inside).end()  # type: ignore[union-attr]
        return start, start + len(target)


def read_citations(text: str, masked: str, pairs: list[Brackets], positions: Positions) -> list[Citation]:
    """Citations such as `[see @a, art. 5; -@b]`; brackets that are link texts are none."""
    return [
        Citation(pair.start, pair.end, works)
        for pair in pairs
        if "@" in masked[pair.start : pair.end]
        and masked[pair.end : pair.end + 1] != "("
        and (works := tuple(_works(text, pair, positions)))
    ]


def _works(text: str, pair: Brackets, positions: Positions) -> Iterator[CitedWork]:
    offset = pair.start + 1
    for part in text[offset : pair.end - 1].split(";"):
        match = _WORK.match(part)
        if match:
            place = positions.place(offset + match.start("key") - 1)
            locator = match.group("rest").lstrip(" ,\n").rstrip()
            prefix, locator = (" ".join(part.split()) for part in (match.group("prefix"), locator))
            yield CitedWork(match.group("key"), prefix, locator, bool(match.group("minus")), *place)
        offset += len(part) + 1
