"""Generated pages for the measurement of searches: the same ones as Markdown for one engine and as units for the other."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from golocal.rendering.search.sections import Section
from golocal.rendering.search.units import Unit

SEED = 7
WORDS = 900
"""Words of the body of a page, as the notes on performance have it."""
INVENTED = 9_000
SYLLABLES = "ba be co da di fe ga hu il jo ka le ma ni or pe qui ra so tu ul ve wa xe yo za".split()
HEADINGS = ("Problem", "What was done", "Legal basis", "Results", "Limits and criticism", "Lessons")
KINDS = (("City practice", "Practices"), ("Indicator", "Indicators"), ("Standard", "Standards"))
_TEXT = re.compile(r"[a-z]{3,}")


@dataclass(frozen=True)
class Made:
    """A generated page."""

    name: str
    title: str
    paragraphs: Sequence[str]

    @property
    def markdown(self) -> str:
        """The page as a file."""
        parts = (f"## {heading}\n\n{text}" for heading, text in zip(HEADINGS, self.paragraphs, strict=True))
        return f"# {self.title}\n\n" + "\n\n".join(parts) + "\n"

    @property
    def unit(self) -> Unit:
        """The page as our search takes it."""
        own = [Section("", self.title, [self.paragraphs[0][:200]])]
        rest = zip(HEADINGS, self.paragraphs, strict=True)
        own += [Section(heading.lower().replace(" ", "-"), heading, [text]) for heading, text in rest]
        number = int(self.name.rpartition("-")[2])
        facets = {
            "year": [str(1990 + number % 35)],
            "country": [f"Country {number % 90}"],
            "theme": [f"Theme {number % 13}", f"Theme {number % 7}"],
        }
        return Unit(f"records/{self.name}/", self.title, KINDS[number % len(KINDS)], own, facets=facets)


def corpus(number: int, texts: Sequence[Path]) -> list[Made]:
    """That many pages, of words as often as in language: those of the given texts first, then invented ones. The same every time."""
    chance = random.Random(SEED)
    words = _vocabulary(texts, chance)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    made = []
    for count in range(number):
        title = " ".join(
            chance.choices(words[60:], cum_weights=_from(weights, 60), k=chance.randint(4, 8))
        ).capitalize()
        length = WORDS // len(HEADINGS)
        paragraphs = [_sentences(chance.choices(words, cum_weights=weights, k=length)) for _ in HEADINGS]
        made.append(Made(f"{'-'.join(title.lower().split()[:3])}-{count}", title, paragraphs))
    return made


def _vocabulary(texts: Sequence[Path], chance: random.Random) -> list[str]:
    found: dict[str, int] = {}
    for path in texts:
        for word in _TEXT.findall(path.read_text(encoding="utf-8").lower()):
            found[word] = found.get(word, 0) + 1
    known = sorted(found, key=lambda word: (-found[word], word))
    invented = {"".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(INVENTED)}
    return [*known, *sorted(invented - found.keys())]


def _from(weights: Sequence[float], begin: int) -> list[float]:
    return [weight - weights[begin - 1] for weight in weights[begin:]]


def _sentences(words: Sequence[str]) -> str:
    return " ".join(f"{' '.join(words[at : at + 12]).capitalize()}." for at in range(0, len(words), 12))
