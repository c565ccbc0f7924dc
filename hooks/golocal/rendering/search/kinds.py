"""What readers call what they find, and how much each kind weighs in the order of results."""

from __future__ import annotations

from golocal.rendering.kind_names import MANY, ONE

_ONE = ONE | {"term": "Term", "self-check": "Question to test yourself", "reference": "Source"}
_SOURCES = "Sources"
_MANY = MANY | {"reference": _SOURCES}
_FOLDERS = {
    "docs/about/": ("About this site", "About this site"),
    "docs/contribute/": ("For editors", "For editors"),
}
_OVERVIEW = ("Overview", "Overviews")

GROUPS = (*dict.fromkeys(MANY.values()), _OVERVIEW[1], "About this site", "For editors", _SOURCES)
"""Kinds in the order in which lists show them."""

WEIGHTS = {
    "reference": 20,
    "self-check": 60,
    "news": 90,
    "collection": 60,
    "article": 75,
    "chapter-part": 90,
    "right": 115,
    "task": 120,
    "term": 110,
}
"""Factor by kind, in percent: tasks and rights answer the questions with which people come; lists and sources name
what others say; articles and parts of chapters are long and hold many words, and articles argue, where most questions ask what to do."""

ASKED_AS = {
    "article": "article articles paper papers",
    "indicator": "indicator indicators",
    "learning-path": "learning path paths",
    "news": "news",
    "practice": "practice practices",
    "self-check": "question questions test yourself",
    "task": "task tasks",
    "term": "term terms",
    "worksheet": "worksheet worksheets",
}
"""Words by which somebody asks for a kind: a worksheet need not call itself one. Kinds whose words stand on most pages, such as rights,
are left out."""

FOR_EDITORS, OVERVIEW = 30, 70
"""Factors of pages for editors, whose examples and lists hold every word, and of pages that introduce others."""

_WORDY = (
    "docs/contribute/kinds/",
    "docs/contribute/rules/",
    "docs/contribute/fields.md",
    "docs/contribute/coverage.md",
)
_OVERVIEWS = (_OVERVIEW, _FOLDERS["docs/contribute/"])


def kind_of(path: str, kind: str) -> tuple[str, str]:
    """What readers call the kind of a page, one and many. `path` is its repository path."""
    for folder, names in _FOLDERS.items():
        if path.startswith(folder):
            return names
    return (_ONE[kind], _MANY[kind]) if kind in _ONE else _OVERVIEW


def asked_as(kind: tuple[str, str]) -> list[str]:
    """Words by which somebody asks for a kind, which is given in the words for readers."""
    return [word for name, words in ASKED_AS.items() if (_ONE[name], _MANY[name]) == kind for word in words.split()]


def weight_of(path: str, kind: str) -> int:
    """Factor of a page in the order of results, in percent."""
    if path.startswith(_WORDY):
        return FOR_EDITORS
    if kind_of(path, kind) in _OVERVIEWS:
        return OVERVIEW
    return WEIGHTS.get(kind, 100)
