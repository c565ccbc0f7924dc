"""Words as search compares them: without case, accents or ligatures. The browser folds a question by the same steps.

Only properties that both sides know are used: normal form NFKD, categories, full lower case, and a table of letters that
have no decomposition. Two traps: final sigma depends on its neighbours, and `lower` alone keeps a dot of İ; both are undone here.

The build does not run this yet; only tests do.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PLAIN_LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "þ": "th",
    "ŧ": "t",
    "ς": "σ",
}
"""Letters that Unicode does not decompose, as people type them who lack the key."""

PREFIX = 2
"""Letters of a word that choose its shard; shorter words are not found by the body index."""

_PLAIN = str.maketrans(PLAIN_LETTERS)
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text as it is compared. Folding what is folded changes nothing."""
    letters = (char for char in unicodedata.normalize("NFKD", text) if not _is_mark(char))
    return "".join(letters).lower().translate(_PLAIN)


def words(text: str) -> list[str]:
    """The folded words of a text, in order: runs of letters and digits, of two or more."""
    folded = " ".join(map(fold, text.split()))
    return [word for word in _WORD.findall(folded) if len(word) >= PREFIX]


def shard_of(word: str) -> str:
    """The shard that a folded word stands in: its first two letters."""
    return word[:PREFIX]


def shard_file(shard: str) -> str:
    """Name of a shard's file, in code points: it is the same on every file system and needs no quoting in an address."""
    return f"{'-'.join(f'{ord(char):x}' for char in shard)}.js"


def _is_mark(char: str) -> bool:
    return char > "\x7f" and unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")
