"""Where sentences end, and which of the pieces between blanks are words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from golocal.reading.masking import CITED, FILLER, MARKUP

STOPS = ".!?…"
AROUND = f"\"'’”“‘()[]{MARKUP}{CITED}"
SHORT = re.compile(
    r"(?:[^\W\d_](?:\.[^\W\d_])*|arts?|paras?|nos?|pp|vol|ch|vs|cf|ca|st|dr|mr|mrs|ms|prof)\.", re.IGNORECASE
)
"""Short forms whose full stop ends no sentence."""


def sentences(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Bounds of the sentences among the pieces of a passage, split at blanks."""
    start = 0
    for index, word in enumerate(words):
        if not word[-1].isalnum() and _ends(word, words[index + 1 : index + 2]):
            yield start, index + 1
            start = index + 1
    if start < len(words):
        yield start, len(words)


def is_word(piece: str) -> bool:
    """Whether a piece is a word of the text, not a sign or a citation."""
    return CITED not in piece and (FILLER in piece or any(map(str.isalnum, piece)))


def _ends(word: str, following: Sequence[str]) -> bool:
    """Whether a sentence ends with the word: not after a short form or an initial, nor before a small letter."""
    bare = word.strip(AROUND)
    if bare[-1:] not in STOPS or not bare or (bare[-1] == "." and SHORT.fullmatch(bare)):
        return False
    first = following[0].lstrip(AROUND)[:1] if following else ""
    return first in ("", FILLER) or not first.islower()
