"""Words as search compares them: without case, accents or ligatures. The browser folds a question by the same steps.

Only properties that both sides know are used: normal form NFKD, categories, full lower case, and a table of letters that
have no decomposition. Two traps: final sigma depends on its neighbours, and `lower` alone keeps a dot of İ; both are undone here.

Forms of a word are put together here alone: a shard lists all forms that the site holds under one stem, so that no browser needs
a stemmer.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

from golocal.rendering.search.spelling import american

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

SHORTEST = 2
"""Letters of the shortest word that is looked for."""

EMPTY = frozenset(
    (
        "a about am an and any anybody anyone are as at be because been but by can cannot could did do does for from get gets getting "
        "got had has have he her him his how i if in is it its many may me much must my no nobody not of on or our ours shall she "
        "should so somebody someone something than that the their them then there these they this those to us want wants was we were "
        "what when where which who whom whose why will with would you your "
        "aren couldn didn doesn don hadn hasn haven isn shouldn wasn weren wouldn ll ve "
        "arent cant couldnt didnt doesnt dont hasnt havent im isnt ive shouldnt thats theyre wasnt wont wouldnt "
        "al au aux das de del der des du el en et ist la las le les los por pour sur und une von y zu zum zur "
        "derecho derechos droit droits recht rechte"
    ).split()
)
"""Words that say nothing of what a question is about: those of English, also without the apostrophe that people leave out, and the
articles and prepositions of the other languages of which the synonyms hold words, with their word for right: it stands before the name
of every right. Those that mean something in English are not among them."""

_PLAIN = str.maketrans(PLAIN_LETTERS)
_STEMMER = snowballstemmer.stemmer("english")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text as it is compared. Folding what is folded changes nothing."""
    letters = (char for char in unicodedata.normalize("NFKD", text) if not _is_mark(char))
    return "".join(letters).lower().translate(_PLAIN)


def words(text: str) -> list[str]:
    """The folded words of a text, in order: runs of letters and digits, of two or more."""
    folded = " ".join(map(fold, text.split()))
    return [word for word in _WORD.findall(folded) if len(word) >= SHORTEST]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What the forms and spellings of a folded English word have in common (Snowball's English stemmer, Porter2)."""
    return str(_STEMMER.stemWord(american(word)))


def shard_file(shard: str) -> str:
    """Name of a shard's file, in code points: it is the same on every file system and needs no quoting in an address."""
    return f"{'-'.join(f'{ord(char):x}' for char in shard)}.js"


def _is_mark(char: str) -> bool:
    return char > "\x7f" and unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")
