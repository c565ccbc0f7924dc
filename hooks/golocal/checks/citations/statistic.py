"""A statistic stands with the source in which it was read.

Helps: the councillor who repeats the figure in a meeting and is asked where it comes from; the reader who wants its year and its definition.

Why: no fact without a source, and figures are the facts that travel furthest. This rule sees a figure, not a fact: it warns, and a reader decides.

Wrong (docs/about/method.md):

    In the winter of 2020 14 per cent of the homes were too cold.

Right (docs/about/method.md):

    In the winter of 2020 14 per cent of the homes were too cold [@invented2020coalition, p. 3].

Fix: cite the source in the same paragraph or list; for a table, in the table or in the sentence before or after it. If the figures are an example, write "invented figures" in the section. If nobody can say where a figure comes from, leave it out.

Exceptions: worksheets are not looked at, nor sections that call their figures invented, figures in quotation marks and in alternative texts, ranges and thresholds such as "fewer than 20,000 people", numbered steps and pages, and 95 per cent intervals. Seen are percentages, sums of money, counts of people, cases and places in digits, and shares such as "12 of 86". Not seen are counts and shares in words, ranks, rates such as "two a day", figures without a unit, and whether the citation that stands there supports the figure.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from golocal.checks.citations.common import Cited
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, Severity, rule, rule_named
from golocal.reading.blocks import Block
from golocal.reading.positions import positions_of

ID = "statistic-without-citation"
HELP = "cite the source in this paragraph, list or table, or write `invented figures` in the section"
COUNTED = """
    people persons residents inhabitants citizens households homes families children women men girls boys pupils students workers employees
    tenants landlords agents victims complaints cases tests cities towns municipalities villages participants answers visits dwellings flats
    stops applicants applications requests
""".split()
FIGURE = r"\d(?:[\d.,]*\d)?"
YEAR = r"(?:19|20)\d\d\b"
# Each begins with a plain space, which is found quickly; `_statistics` puts one where a statistic can begin.
STATISTIC = re.compile(
    rf" (?=[\d€$£EUG])(?:{FIGURE}(?: ?%| (?:(?:million|billion|euros?|dollars|pounds|crowns|francs"
    rf"|(?:[a-z-]+ )?(?:{'|'.join(COUNTED)}))\b|(?:of|in|out of) (?:the )?(?!{YEAR}){FIGURE}))|(?:[€$£]|EUR |USD |GBP ) ?{FIGURE})"
)
PER_CENT = re.compile(r"per ?cent(?:age points)?\b(?! (?:confidence )?intervals?)")
BEFORE_PER_CENT = re.compile(
    rf" (?:{FIGURE}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) $",
    re.IGNORECASE,
)
THRESHOLD = re.compile(
    r"(?: (?:fewer than|less than|under|below|at least|at most|up to|between|step|page|part|chapter|volume|item|question|table)|\d to)$",
    re.IGNORECASE,
)
INVENTED = re.compile(
    r"\binvented\s(?:figures?|numbers?|values?|examples?|case|town|city)\b|\b(?:figures?|numbers?|values?|everything)\b[^.]{0,200}\binvented\b",
    re.IGNORECASE,
)
TARGET = re.compile(r"\]\([^()\s]*\)|!\[[^\[\]]*\]")
QUOTED = re.compile(r"\"[^\"]*\"|“[^“”]*”")
LOOK_BACK = 20


@rule(ID, Scope.DOCUMENT, settled=Severity.WARNING, draft=Severity.WARNING)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for the first statistic of each block that nothing cites."""
    prose = source.source.prose
    if source.kind == "worksheet" or not _statistics(prose[source.source.body :]):
        return
    cited, positions = Cited(source), positions_of(source.source.text)
    invented = _InventedSections(source)
    for index, block in enumerate(cited.blocks):
        found = None if block.kind in ("heading", "code") or _is_cited(cited, index) else _statistic(prose, block)
        if found and block.start not in invented:
            message = f"a figure stands here without its source: `{found[1]}`"
            yield rule_named(ID).at(source, *positions.place(found[0]), message, HELP)


def _is_cited(cited: Cited, index: int) -> bool:
    block = cited.blocks[index]
    if cited.has(block):
        return True
    before, after = cited.blocks[max(index - 1, 0)], cited.blocks[min(index + 1, len(cited.blocks) - 1)]
    if block.kind in ("list", "table") and before.kind == "paragraph" and cited.has(before):
        return True
    return block.kind == "table" and after.kind == "paragraph" and cited.has(after)


def _statistic(prose: str, block: Block) -> tuple[int, str] | None:
    """Offset and words of the first statistic of a block; targets of links, alternative texts and quoted words are no text."""
    text = prose[block.start : block.end]
    for pattern in (TARGET, QUOTED):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    first = min(_statistics(text), default=None)
    return (block.start + first[0], " ".join(text[first[0] : first[1]].split())) if first else None


def _statistics(text: str) -> list[tuple[int, int]]:
    """Offsets of what looks like a statistic and is no threshold."""
    plain = " " + text.replace("\n", " ").replace("(", " ").replace("*", " ").replace("“", " ").replace('"', " ")
    found = [match.span() for match in STATISTIC.finditer(plain)]
    for match in PER_CENT.finditer(plain):
        number = BEFORE_PER_CENT.search(plain, max(match.start() - LOOK_BACK, 0), match.start())
        if number:
            found.append((number.start(), match.end()))
    return [(start, end - 1) for start, end in found if not THRESHOLD.search(plain, max(start - LOOK_BACK, 0), start)]


class _InventedSections:
    """The sections that say somewhere that their figures are invented; a subsection belongs to its section."""

    def __init__(self, source: Document) -> None:
        prose, positions = source.source.prose, positions_of(source.source.text)
        headings = [heading for heading in source.source.headings if heading.level <= 2]
        self._starts = [source.source.body, *(positions.offset(heading.line, heading.column) for heading in headings)]
        sections = pairwise([*self._starts, len(prose)])
        self._invented = [INVENTED.search(prose, start, end) is not None for start, end in sections]

    def __contains__(self, offset: int) -> bool:
        return self._invented[bisect_right(self._starts, offset) - 1]
