"""An address stands behind words, not in the text.

Helps: the screen-reader user, to whom an address is spelled sign by sign; the reader on a phone, where it breaks the line; the one who wants to follow it.

Why: an address in plain text is no link. One in angle brackets is, but its text says nothing.

Wrong (docs/about/method.md):

    The list stands at https://example.org/list.

Right (docs/about/method.md):

    The list stands at [the statistics office](https://example.org/list).

Fix: write what it leads to in square brackets and the address in round ones directly after them; a source goes into docs/data/references/ and is cited.

Exceptions: an address in code, between backticks, is shown as it is. Addresses in the texts of data files are not looked at.
"""

import re
from collections.abc import Iterator

from golocal.checks.links.text_says_nothing import is_bare
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.reading.addresses import scheme_of
from golocal.reading.links import read_definitions
from golocal.reading.parts import Link
from golocal.reading.positions import Positions, positions_of

ID = "link-bare-address"
ADDRESS = re.compile(r"(?:https?://|(?<![\w./@-])www\.(?=[a-z0-9-]+\.))[^\s<>\[\]|\"“”]+", re.I)


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each address in plain text or in angle brackets."""
    for link in source.source.links:
        if scheme_of(link.target) in ("http", "https") and not link.is_image and is_bare(source, link):
            yield _finding(source, link.line, link.column, link.target)
    prose = source.source.prose
    if "://" in prose or "www." in prose:
        yield from _in_plain_text(source, prose)


def _in_plain_text(source: Document, prose: str) -> Iterator[Finding]:
    positions = positions_of(source.source.text)
    covered = bytearray(len(prose))
    for start, end in [
        *(span for link in source.source.links for span in _spans(link, positions)),
        *(found.address for found in read_definitions(prose, source.source.body)),
    ]:
        covered[start:end] = b"x" * (end - start)
    for match in ADDRESS.finditer(prose, source.source.body):
        if not covered[match.start()]:
            yield _finding(source, *positions.place(match.start()), match.group().rstrip(".,;:!?)*_'"))


def _spans(link: Link, positions: Positions) -> Iterator[tuple[int, int]]:
    """Offsets of the text of a link and of its target; a definition may stand far from the text."""
    begin = positions.offset(link.line, link.column)
    yield begin, begin + len(link.text) + 2 + link.is_image
    yield link.start, link.end


def _finding(source: Document, line: int, column: int, address: str) -> Finding:
    words = address if "://" in address else f"https://{address}"
    help = f"write `[what it leads to]({words[:80]})`; a source belongs into docs/data/references/"
    return rule_named(ID).at(source, line, column, f"an address stands in the text: `{address[:80]}`", help)
