"""How a text is written and on what it rests, page by page: length, sentences, citations, links. None of the figures is a fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from golocal.content.corpus import Document
from golocal.reading.files import read_text
from golocal.reading.markdown import Source, read_markdown
from golocal.reading.masking import CITED, FENCE_FILLER, FILLER, MARKUP
from golocal.reading.parts import record_reference
from golocal.reading.prose import Passage, body_passages
from golocal.reading.sentences import is_word, sentences

LINKED = ("practice", "indicator", "standard")
"""Kinds whose records a text should lead to."""
SHORTEST = 8
"""Words of the shortest passage that counts as a paragraph."""

_SIGNS = re.compile(f"[{FILLER}{FENCE_FILLER}{MARKUP}]")
_CITED = re.compile(f"[{CITED}]+")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}|\d")
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True)
class TextFigures:
    """What was counted in one document.

    Attributes:
        words: words of the body, without code and citations.
        citations: works cited, each time that one is.
        factual: paragraphs of eight words or more that hold a figure or, inside a sentence, a name.
        cited: those of them with a citation.
        sentence: mean number of words of a sentence; 0 for no sentence.
        ease: reading ease after Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948): 206.835 -
            1.015 words a sentence - 84.6 syllables a word. Syllables are estimated by groups of vowels. 60 and more is plain,
            under 30 very hard.
        links: different records linked to, by kind.
    """

    path: str
    kind: str
    words: int
    citations: int
    factual: int
    cited: int
    sentence: float
    ease: float
    links: dict[str, int]

    @property
    def per_hundred(self) -> float:
        """Citations for each hundred words."""
        return 100 * self.citations / self.words if self.words else 0.0

    @property
    def share_cited(self) -> float | None:
        """Share of the factual paragraphs that cite a source; None where there is none."""
        return self.cited / self.factual if self.factual else None


def figures(root: Path, documents: Iterable[Document]) -> list[TextFigures]:
    """The figures of these documents, in their order; the texts below `root` are read anew for their words.

    Raises:
        OSError: a text cannot be read.
    """
    return [
        _figures(document, read_markdown(read_text((root / document.path).read_bytes())[0])) for document in documents
    ]


def syllables(word: str) -> int:
    """Syllables of an English word, estimated: groups of vowels, without a silent e at the end; at least one."""
    small = word.lower()
    silent = small.endswith("e") and not small.endswith(("le", "ee", "ie", "ye"))
    return max(1, len(_VOWELS.findall(small)) - (1 if silent else 0))


def _figures(document: Document, source: Source) -> TextFigures:
    passages = [passage for passage in body_passages(source) if passage.ours]
    prose = [passage for passage in passages if not passage.quoted]
    spans = [span for passage in prose for span in _sentences(passage)]
    words = [word for span in spans for word in span]
    factual = [passage for passage in prose if _is_factual(passage)]
    sentence = len(words) / len(spans) if spans else 0.0
    ease = 206.835 - 1.015 * sentence - 84.6 * sum(map(syllables, words)) / len(words) if words else 0.0
    return TextFigures(
        document.path,
        document.kind,
        sum(len(list(_words(passage.text))) for passage in passages),
        sum(len(citation.works) for citation in source.citations),
        len(factual),
        sum(CITED in passage.text for passage in factual),
        sentence,
        ease,
        _links(source),
    )


def _words(text: str) -> Iterator[str]:
    return filter(is_word, _CITED.sub(" ", _SIGNS.sub("", text)).split())


def _sentences(passage: Passage) -> Iterator[list[str]]:
    """Sentences of a paragraph as lists of words; headings, cells and other short passages are none."""
    pieces = passage.text.split()
    if len(pieces) >= SHORTEST:
        for start, end in sentences(pieces):
            words = list(_words(" ".join(pieces[start:end])))
            if words:
                yield words


def _is_factual(passage: Passage) -> bool:
    text = _CITED.sub("", _SIGNS.sub("", passage.text))
    return len(text.split()) >= SHORTEST and _NAME.search(text) is not None


def _links(source: Source) -> dict[str, int]:
    targets = {record_reference(link.target) for link in source.links}
    found = [target[:2] for target in targets if target]
    return {kind: len({key for key in found if key[0] == kind}) for kind in LINKED}
