"""Codes of indicators in text: three letters, a letter for the type, two digits, such as HOU-P-01."""

from __future__ import annotations

import re
from collections.abc import Iterator

from golocal.reading.parts import IndicatorCode
from golocal.reading.positions import Positions
from golocal.reading.yamltree import YamlTree, strings_in

_CODE = re.compile(r"-[A-Z]-\d{2}(?![\w-])(?<=(?<![\w-])[A-Z]{3}-[A-Z]-\d{2})")
_BEFORE = 3


def read_codes(masked: str, start: int, positions: Positions) -> list[IndicatorCode]:
    """Codes in a text after offset `start`, in order of place."""
    return [IndicatorCode(masked[begin:end], *positions.place(begin)) for begin, end in places_of_codes(masked, start)]


def places_of_codes(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Begin and end of each code after offset `start`, in order of place."""
    return ((match.start() - _BEFORE, match.end()) for match in _CODE.finditer(text, start))


def codes_in_values(tree: YamlTree) -> list[IndicatorCode]:
    """Codes in the values of a YAML file, each at the place where its value begins."""
    return [
        IndicatorCode(text[begin:end], *tree.place_of(path))
        for path, text in strings_in(tree.value)
        for begin, end in places_of_codes(text)
    ]
