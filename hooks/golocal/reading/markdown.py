"""One scan of a Markdown source with positions: front matter, headings, links, citations, waivers, items, and what is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from golocal.reading.codes import read_codes
from golocal.reading.complexity import too_complex
from golocal.reading.headings import heading_faults, read_headings
from golocal.reading.items import read_items
from golocal.reading.links import match_brackets, read_citations, read_definitions, read_links
from golocal.reading.masking import blank, fence_attributes, mask_code_spans, mask_escapes, mask_fences
from golocal.reading.parts import Citation, Fault, Heading, IndicatorCode, Item, Link, Waiver
from golocal.reading.positions import Positions
from golocal.reading.yamltree import YamlTree, read_yaml, yaml_waivers

MAX_FRONT_MATTER = 16 * 1024

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ALMOST = re.compile(r"---[ \t]*\n")
_MISCOUNTED = re.compile(r"^(?!---$)[–—-]{2,20}$", re.MULTILINE)
WAIVER = re.compile(r"^<!-- golocal: allow ([a-z0-9-]+): (\S[^\n]*?) -->[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*://)[A-Za-z/!?]")
_ATTRIBUTES = re.compile(r"\{[^{}\n]+\}")
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass
class Source:
    """A Markdown source as read.

    Attributes:
        text: the whole file, line breaks as `\\n`; empty where the rest came from the cache.
        masked: the text with front matter, code, waivers and escapes blanked out; empty where `text` is.
        body: offset of the first character after the front matter.
        prose: the text with all that is no prose blanked out (front matter, code, escapes, comments), offsets kept; empty
            where the rest came from the cache.
        front: front matter with marks.
        faults: what reading could not accept, with the kinds that rules ask for.
    """

    text: str
    masked: str = ""
    body: int = 0
    prose: str = ""
    front: YamlTree = field(default_factory=YamlTree)
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    codes: list[IndicatorCode] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_markdown(text: str) -> Source:
    """Read one source. Never raises; what is wrong is in `faults`."""
    source = Source(text)
    positions = Positions(text)
    masked = source.masked = _read_front(source)
    if source.body == len(text) and not source.front.value:
        return source
    for start, end in fence_attributes(masked):
        source.faults.append(Fault("fence-attributes", *positions.place(start), text[start:end].strip()[:40]))
    masked = mask_code_spans(mask_fences(masked))
    source.faults += _invisible(_CONTROL, text)
    masked = _read_waivers(source, masked, positions)
    masked = source.masked = mask_escapes(masked)
    source.faults += _read_refused(text, masked, source.body, positions)
    _read_prose(source, masked, positions)
    return source


def turned_around(text: str) -> list[Fault]:
    """A fault for each sign that changes the direction of text: YAML accepts them as characters of a value."""
    return _invisible(_TURNED, text)


def _invisible(signs: re.Pattern[str], text: str) -> list[Fault]:
    if not signs.search(text):
        return []
    positions = Positions(text)
    return [
        Fault("control-character", *positions.place(match.start()), f"U+{ord(match.group()):04X}")
        for match in signs.finditer(text)
    ]


def prose_mask(text: str, body: int) -> str:
    """The text with front matter, fenced code, code spans and escapes blanked out; offsets stay the same."""
    return mask_escapes(mask_code_spans(mask_fences(blank(text[:body]) + text[body:])))


def _read_front(source: Source) -> str:
    match = _FRONT_MATTER.match(source.text)
    if match is None:
        source.faults.append(_absent(source.text))
        return source.text
    source.body = match.end()
    inside = match.group(1) or ""
    if len(inside.encode("utf-8", "replace")) > MAX_FRONT_MATTER:
        source.faults.append(Fault("front-matter-size", 1, 1, f"{len(inside.encode('utf-8', 'replace'))} bytes"))
    else:
        source.front = read_yaml(inside, first_line=2)
        source.faults += source.front.faults
        source.waivers += yaml_waivers(inside, first_line=2)
    return blank(source.text[: source.body]) + source.text[source.body :]


def _absent(text: str) -> Fault:
    """Why there is no front matter: it is not closed, it does not stand first, or nobody wrote one."""
    if _ALMOST.match(text):
        end = _MISCOUNTED.search(text, 4)
        if end:
            line = text.count("\n", 0, end.start()) + 1
            detail = f"the front matter is not closed: this line is `{end.group()}`"
            return Fault(
                "front-matter-absent", line, 1, detail, "write exactly three hyphens, `---`, alone on this line"
            )
        detail = "the front matter that begins in line 1 is never closed"
        return Fault("front-matter-absent", 1, 1, detail, "write a line `---` after the last key")
    if _ALMOST.match(text.lstrip()):
        detail = "something stands before the front matter"
        return Fault("front-matter-absent", 1, 1, detail, "remove the empty lines before the first `---`")
    return Fault("front-matter-absent", 1, 1, "the file does not begin with front matter")


def _read_waivers(source: Source, masked: str, positions: Positions) -> str:
    if "<!--" not in masked:
        return masked
    for match in WAIVER.finditer(masked):
        source.waivers.append(Waiver(match.group(1), match.group(2), *positions.place(match.start())))
    masked = WAIVER.sub(lambda match: blank(match.group()), masked)
    if "<!--" in masked:
        for match in _COMMENT.finditer(masked):
            source.faults.append(Fault("comment", *positions.place(match.start()), match.group()[:40].split("\n")[0]))
        masked = _COMMENT.sub(lambda match: blank(match.group()), masked)
    return masked


def _read_refused(text: str, masked: str, start: int, positions: Positions) -> list[Fault]:
    faults = []
    if "<" in masked:
        for match in _TAG.finditer(masked, start):
            shown = text[match.start() : match.start() + 30].split("\n", maxsplit=1)[0]
            faults.append(Fault("raw-html", *positions.place(match.start()), shown))
    if "{" in masked:
        for match in _ATTRIBUTES.finditer(masked, start):
            faults.append(
                Fault("attribute-list", *positions.place(match.start()), text[match.start() : match.end()][:40])
            )
    return faults + heading_faults(text, masked, start, positions) + too_complex(text, masked, start, positions)


def _read_prose(source: Source, masked: str, positions: Positions) -> None:
    source.prose = masked
    title = source.front.value.get("title") if isinstance(source.front.value, dict) else None
    shown_title = title if isinstance(title, str) else ""
    definitions = read_definitions(masked, source.body)
    lines = "\n".join(source.text[found.start : found.end] for found in definitions if not found.nested)
    source.headings = read_headings(source.text, masked, source.body, positions, shown_title, lines)
    pairs, faults = match_brackets(masked, source.body, positions)
    source.links, unclosed = read_links(source.text, masked, pairs, definitions, positions)
    source.faults += faults + unclosed
    source.citations = read_citations(source.text, masked, pairs, positions)
    source.items = read_items(source.text.split("\n"), source.headings)
    source.codes = read_codes(masked, source.body, positions)
