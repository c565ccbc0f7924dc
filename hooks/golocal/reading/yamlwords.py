"""What a YAML parser stumbled over, in words for somebody who never heard of YAML: the place, the reason, the way out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_LEVELS = "begin the keys of one level in the same column, and indent by two spaces what belongs to a key"
_ENTRIES = "begin all entries of a list in the same column, each with a hyphen and a space"
_PAIR = re.compile(r"(?P<begin>\s*(?:- )?)(?P<key>[\w.-]+):[ \t]+(?P<value>\S.*)")
_IN_ORDER = re.compile(r"-(?:\s|$)|#|[^#]*?:(?:\s|$)")
_MISSING_SPACE = re.compile(r"\s*(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s/].*)")
_TYPOGRAPHIC = "“”„‟«»‘’‚"

# A longer value is not repeated in a help text.
MOST_SHOWN = 100


class Reason(NamedTuple):
    """Why YAML cannot be read, where, and what to do; `help` is empty where only the parser's words are known."""

    line: int
    column: int
    detail: str
    help: str = ""


Explain = Callable[[list[str], int, int], Reason]


def in_quotes(line: str) -> str:
    """A line `key: value` with its value in straight quotation marks."""
    match = _PAIR.fullmatch(line.rstrip())
    if not match:
        return 'key: "value"'
    value = match["value"].strip(_TYPOGRAPHIC)
    if value[0] in "\"'" and value[-1] == value[0]:
        value = value[1:-1]
    if len(value) > MOST_SHOWN:
        value = "…"
    if '"' in value and "'" not in value:
        return f"{match['begin'].lstrip()}{match['key']}: '{value}'"
    inside = value.replace('"', "'")
    return f'{match["begin"].lstrip()}{match["key"]}: "{inside}"'


def _colon(lines: list[str], line: int, column: int) -> Reason:
    here = lines[line - 1]
    pair = _PAIR.fullmatch(here.rstrip())
    if pair and pair.start("value") < column - 1:
        detail = f"the value of `{pair['key']}` holds a colon and a space"
        return Reason(line, column, detail, f"put the value into quotation marks: `{in_quotes(here)}`")
    return Reason(line, column, "this line is indented as if it belonged to the value above", _LEVELS)


def _first_sign(lines: list[str], line: int, column: int) -> Reason:
    here = lines[line - 1]
    sign = here[column - 1 : column]
    if "\t" in (sign, here[:1]):
        return _tab(lines, line, column)
    pair = _PAIR.fullmatch(here.rstrip())
    first = pair["value"][0] if pair else sign
    detail = f"a value cannot begin with the sign `{first}`"
    return Reason(line, column, detail, f"put the value into quotation marks: `{in_quotes(here)}`")


def _without_colon(lines: list[str], line: int, column: int) -> Reason:
    for number in range(min(line, len(lines)), 0, -1):
        text = lines[number - 1]
        if not text.strip() or _IN_ORDER.match(text.strip()):
            continue
        glued = _MISSING_SPACE.fullmatch(text.rstrip())
        instead = (
            f"write `{glued['key']}: {glued['value']}`"
            if glued
            else "write `key: value`, or indent what continues the value above"
        )
        return Reason(
            number,
            len(text) - len(text.lstrip()) + 1,
            f"`{text.strip()[:40]}` has no colon followed by a space",
            instead,
        )
    return Reason(line, column, "a line has no colon followed by a space", "write `key: value`")


def _after_quotes(lines: list[str], line: int, column: int) -> Reason:
    here = lines[line - 1]
    pair = _PAIR.fullmatch(here.rstrip())
    if pair and pair["value"][0] in "\"'" and column - 1 > pair.start("value"):
        detail = "text stands after the closing quotation mark"
        return Reason(line, column, detail, f"put one pair around the whole value: `{in_quotes(here)}`")
    return Reason(line, column, "this line begins in another column than the keys above", _LEVELS)


def _tab(lines: list[str], line: int, column: int) -> Reason:
    return Reason(line, column, "the line is indented with a tab", "indent with spaces, two for each level")


def _fixed(detail: str, help: str) -> Explain:
    return lambda lines, line, column: Reason(line, column, detail, help)


_QUOTES = _fixed("a quotation mark is opened here and never closed", "close it at the end of the value")
_BEGUN = frozenset({"unexpected end of stream", "document indicator"})
_EXPLAINED: dict[str, Explain] = {
    "mapping values are not allowed": _colon,
    "tab character": _tab,
    "cannot start any token": _first_sign,
    "alphabetic or numeric character": _first_sign,
    "could not find expected ':'": _without_colon,
    "did not find expected key": _after_quotes,
    "unexpected end of stream": _QUOTES,
    "document indicator": _QUOTES,
    "expected ',' or": _fixed("a bracket is opened and not closed", f"write lists in lines of their own: {_ENTRIES}"),
    "expected '-' indicator": _fixed("this line stands in a list but is no entry of it", f"{_ENTRIES}; {_LEVELS}"),
    "another document": _fixed("a second part begins here", "remove the line `---`"),
}


def reason(text: str, problem: str, line: int, column: int, begin: tuple[int, int] | None) -> Reason:
    """The reason for a fault at a place of the text.

    Args:
        problem: the parser's own words.
        line: 1-based, like `column`.
        begin: place where what could not be finished began, if the parser knows.
    """
    for words, explain in _EXPLAINED.items():
        if words in problem:
            place = begin if begin and words in _BEGUN else (line, column)
            lines = text.split("\n")
            missing = place[0] - len(lines)  # YAML knows more signs for a line break
            return explain([*lines, *[""] * missing], *place)
    return Reason(line, column, problem)
