"""Links, images and citations of a Markdown body, by one pass over its brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from golocal.reading.parts import Citation, CitedWork, Fault, Link
from golocal.reading.positions import Positions

MAX_OPEN_BRACKETS = 200

_TOKEN = re.compile(r"\n[ \t]*\n|[\[\]]")
_TARGET = re.compile(
    r"\(\s*(?:<(?P<angled>[^<>\n]{0,2000})>|(?P<bare>(?:[^()\s]|\([^()\s]*\)){0,2000}))"
    r"(?:\s{1,20}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s*\)"
)
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[([^\[\]\n]{1,200})\]:[ ]*<?(\S{1,2000}?)>?(?:[ ]+[\"'(][^\n]*)?[ ]*$", re.MULTILINE
)
_LABEL = re.compile(r"[ ]?\[([^\[\]\n]{0,200})\]")
_AUTOLINK = re.compile(r"<((?:[Ff]|[Hh][Tt])[Tt][Pp][Ss]?://[^<>\s]*|mailto:[^<>\s]*)>")
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


def read_links(text: str, masked: str, pairs: list[Brackets], start: int, positions: Positions) -> list[Link]:
    """Inline, reference and automatic links and images, in order of place. Targets are as written."""
    definitions = {m.group(1).strip().lower(): m for m in _DEFINITION.finditer(masked, start)}
    labels = _label_starts(masked, pairs) if definitions else set()
    links = [
        link
        for pair in pairs
        if pair.start not in labels and (link := _link_at(text, masked, pair, definitions, positions))
    ]
    for match in _AUTOLINK.finditer(masked, start):
        address = text[match.start(1) : match.end(1)]
        links.append(Link(address, address, *positions.place(match.start()), match.start(1), match.end(1), False))
    return sorted(links, key=lambda link: (link.line, link.column))


def _label_starts(masked: str, pairs: list[Brackets]) -> set[int]:
    """Offsets of brackets that are the label of a reference link: `[ref]` in `[text][ref]`."""
    starts: set[int] = set()
    for pair in pairs:
        if pair.start not in starts:
            after = pair.end + (masked[pair.end : pair.end + 2] == " [")
            if masked[after : after + 1] == "[":
                starts.add(after)
    return starts


def _link_at(
    text: str, masked: str, pair: Brackets, definitions: dict[str, re.Match[str]], positions: Positions
) -> Link | None:
    is_image = pair.start > 0 and masked[pair.start - 1] == "!"
    bounds = _inline_target(masked, pair.end) or _referenced_target(masked, pair, definitions)
    if bounds is None:
        return None
    place = positions.place(pair.start - is_image)
    label = text[pair.start + 1 : pair.end - 1]
    return Link(text[bounds[0] : bounds[1]], label, *place, bounds[0], bounds[1], is_image)


def _inline_target(masked: str, offset: int) -> tuple[int, int] | None:
    match = _TARGET.match(masked, offset)
    if match is None:
        return None
    group = "angled" if match.group("angled") is not None else "bare"
    return match.span(group)


def _referenced_target(masked: str, pair: Brackets, definitions: dict[str, re.Match[str]]) -> tuple[int, int] | None:
    if not definitions or masked[pair.end : pair.end + 1] == ":":
        return None
    label = _LABEL.match(masked, pair.end)
    name = (label.group(1) if label else "") or masked[pair.start + 1 : pair.end - 1]
    definition = definitions.get(" ".join(name.split()).lower())
    return definition.span(2) if definition else None


def read_citations(text: str, masked: str, pairs: list[Brackets], positions: Positions) -> list[Citation]:
    """Citations such as `[see @a, art. 5; -@b]`; brackets that are link texts are none."""
    return [
        Citation(pair.start, pair.end, works)
        for pair in pairs
        if "@" in masked[pair.start : pair.end]
        and masked[pair.end : pair.end + 1] not in ("(", "[", ":")
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
