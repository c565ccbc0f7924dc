"""What a search can find: a page, or a record that shares a page with others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from golocal.rendering.search.sections import Section
from golocal.rendering.search.terms import words

TITLE, ALSO, HEADING, WEIGHTY = 6, 4, 3, 2
"""How often a word counts more where it stands in the title, another name, a heading, the lead or a key message."""


@dataclass(frozen=True)
class Unit:
    """One thing to find.

    Attributes:
        address: relative to the root of the site, with an anchor for a record that shares a page.
        kind: what readers call its kind, for one and for many.
        name: its own title, where lists show a shorter or a longer one; empty otherwise.
        also: other names: symbols, official titles, other forms.
        weight: factor in the order of results, in percent.
        facets: values by the name of the filter.
        place, size: town with country and number of people, by which one chooses among practices; empty for other kinds.
    """

    address: str
    title: str
    kind: tuple[str, str]
    sections: Sequence[Section]
    also: Sequence[str] = ()
    weight: int = 100
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    place: str = ""
    size: str = ""
    name: str = ""

    @property
    def headings(self) -> list[str]:
        """Headings below the title."""
        return [section.heading for section in self.sections if section.anchor]

    def counts(self) -> Counter[str]:
        """How often each folded word counts."""
        counts: Counter[str] = Counter()
        for text, times in self._texts():
            for word in words(text):
                counts[word] += times
        return counts

    def _texts(self) -> list[tuple[str, int]]:
        texts = [
            (self.title, TITLE),
            ("" if self.name in self.title else self.name, TITLE),
            *((name, ALSO) for name in self.also),
        ]
        for section in self.sections:
            texts += [(section.heading, HEADING)] if section.anchor else []
            texts += [(line, 1) for line in (*section.text, *section.facts)]
            texts += [(line, WEIGHTY) for line in section.weighty]
        return texts
