"""One spelling for a word that British and American readers write differently, and one singular for plurals without an s.

Stemmers know endings only: to them "labour" and "labor" are two words, and so are "child" and "children".
"""

from __future__ import annotations

import re

_IRREGULAR = {
    "ageing": "aging",
    "cheque": "check",
    "children": "child",
    "childrens": "child",
    "defence": "defense",
    "grey": "gray",
    "kerb": "curb",
    "licence": "license",
    "men": "man",
    "mens": "man",
    "offence": "offense",
    "offences": "offense",
    "programme": "program",
    "programmes": "program",
    "tyre": "tire",
    "women": "woman",
    "womens": "woman",
}
"""Words that no rule reaches."""

_RULES = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"([a-z]{2}[iy])s((?:e|ed|es|ing|er|ers|ation|ations)$)", r"\1z\2"),
        (r"((?:behavi|col|endeav|fav|harb|hon|hum|lab|neighb|rig|rum|vig)o)ur", r"\1r"),
        (r"((?:cent|fib|lit|met|theat))re(s?$)", r"\1er\2"),
        (r"((?:anal|catal|dial)og)ue", r"\1"),
        (
            r"((?:cancel|channel|counsel|council|fuel|label|level|model|signal|travel))l((?:ed|ing|er|ers|or|ors)$)",
            r"\1\2",
        ),
        (r"(^m)ou(ld)", r"\1o\2"),
        (r"(^p|orthop|gyn|an)ae(?=[cdm])", r"\1e"),
    )
)


def american(word: str) -> str:
    """A folded word as American readers write it, or the word itself; of the plurals above the singular.

    The spelling serves to compare and need not exist: "exercise" becomes "exercize" wherever it stands.
    """
    word = _IRREGULAR.get(word, word)
    for pattern, letters in _RULES:
        word = pattern.sub(letters, word)
    return word
