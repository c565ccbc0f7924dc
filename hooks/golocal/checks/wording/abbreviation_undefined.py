"""An abbreviation is explained where it is first used.

Helps: the reader who is no lawyer and came from a search in the middle of the site; a screen reader, which spells letters out.

Why: `NHRI` means something to those who work with it. Each page can be the first that somebody reads.

Wrong (docs/about/method.md):

    Ask the NHRI. The national human rights institution (NHRI) is independent.

Right (docs/about/method.md):

    Ask the national human rights institution (NHRI). The NHRI is independent.

Fix: write the long form and then the abbreviation in round brackets, or the other way round. If you need it only once, write the long form alone. What everybody knows stands in `docs/data/vocabularies/abbreviations.yml`; bodies stand in `short-names.yml`, terms in the glossary.

Exceptions: Roman numerals up to 39, codes with digits or strokes such as A/HRC/56/32 and `HOU-P-01`, codes of countries, code, addresses and citations. A summary may use what the text explains. In a data file each record counts as a text of its own.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from golocal.content.corpus import DataFile, Document
from golocal.content.lexicon import ABBREVIATION
from golocal.content.wording import Part, Wording
from golocal.findings import Finding, Scope, Severity, rule, rule_named
from golocal.reading.masking import MARKUP
from golocal.reading.prose import Passage

ID = "abbreviation-undefined"
HELP = (
    "write `long form ({0})` at the first use, or the long form alone; what everybody knows is listed in "
    "docs/data/vocabularies/abbreviations.yml"
)
COMPOUND = re.compile(r"[\w/.&-]+")
WORD = re.compile(r"[^\W\d_]+")
CODE = re.compile(r"[\d/&]")
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
OTHERS = frozenset({"TODO", "TBD", "TBC", "FIXME", "XXX"})
OPENED = ("", "in short", "the", "or", "also", "now")
BRACKET = re.compile(r"(?:\s[a-z-]+){0,2}\s?\(([^()]{3,200})\)")
FAR = 300


class Use(NamedTuple):
    """An abbreviation in a passage, and whether its long form stands beside it."""

    short: str
    passage: Passage
    offset: int
    explained: bool


@rule(ID, Scope.TEXT, draft=Severity.WARNING)
def check(source: Document | DataFile, wording: Wording) -> Iterator[Finding]:
    """Yield a finding for the first use of each abbreviation that is not explained there."""
    if wording.has_capitals:
        for part in wording.parts:
            for use, later in _unexplained(part, wording.lexicon.known):
                message = f"the abbreviation `{use.short}` is {'explained only later' if later else 'not explained'}"
                yield rule_named(ID).at(source, *use.passage.place(use.offset), message, HELP.format(use.short))


def _unexplained(part: Part, known: frozenset[str]) -> Iterator[tuple[Use, bool]]:
    """First uses without an explanation, and whether one follows; for the front matter one anywhere will do."""
    body, front = list(_uses(part.body, known)), list(_uses(part.front, known))
    explained = {use.short for use in (*body, *front) if use.explained}
    done = set[str]()
    for use in body:
        if use.short not in done and not use.explained:
            yield use, use.short in explained
        done.add(use.short)
    for use in front:
        if use.short not in done | explained:
            yield use, False
        done.add(use.short)


def _uses(passages: Iterable[Passage], known: frozenset[str]) -> Iterator[Use]:
    for passage in passages:
        if passage.ours and ABBREVIATION.search(passage.text):
            for compound in COMPOUND.finditer(passage.text):
                for short, start, end in _abbreviations(compound.group()):
                    if short in known:
                        continue
                    begin = compound.start() + start
                    explained = _is_explained(short, passage.text, begin, compound.start() + end)
                    yield Use(short, passage, begin, explained)


def _abbreviations(compound: str) -> Iterator[tuple[str, int, int]]:
    if CODE.search(compound) or not ABBREVIATION.search(compound):
        return
    for word in WORD.finditer(compound):
        short = word.group()
        if short[:-1].isupper() and short.endswith("s"):
            short = short[:-1]
        if ABBREVIATION.search(short) and short not in OTHERS and not ROMAN.fullmatch(short):
            yield short, *word.span()


def _is_explained(short: str, text: str, start: int, end: int) -> bool:
    before, bracket, between = text[max(start - FAR, 0) : start].replace(MARKUP, "").rpartition("(")
    if bracket and between.strip() in OPENED:
        words = before[max(before.rfind("("), before.rfind(")")) + 1 :].split()
        return bool(words) and (words[-1][0].isupper() or spells_out(short, " ".join(words[-2 * len(short) - 5 :])))
    after = BRACKET.match(text[end : end + FAR].replace(MARKUP, ""))
    return after is not None and spells_out(short, after[1])


def spells_out(short: str, words: str) -> bool:
    """Whether the letters of an abbreviation occur in order in the words, the first one at the beginning of a word.

    Read from the end, as in Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions" (2003).
    """
    place = len(words)
    for index in range(len(short) - 1, -1, -1):
        place -= 1
        while place >= 0 and not _fits(short[index], words, place, at_beginning=index == 0):
            place -= 1
        if place < 0:
            return False
    return True


def _fits(letter: str, words: str, place: int, *, at_beginning: bool) -> bool:
    begins = place == 0 or not words[place - 1].isalnum()
    return words[place].lower() == letter.lower() and (begins or not at_beginning)
