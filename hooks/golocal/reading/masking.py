"""Blank out what is not prose, so that the scan can look for links and citations without parsing Markdown twice.

Every mask keeps the length and the line breaks of the text: an offset means the same in both.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from markdown.extensions.fenced_code import FencedBlockPreprocessor

MAX_FENCE_LENGTHS = 20
FILLER = "\ue000"
FENCE_FILLER = "\ue001"
MARKUP = "\ue002"
CITED = "\ue003"

_NOT_A_BREAK = re.compile(r"[^\n]")
_FENCE = FencedBlockPreprocessor.FENCED_BLOCK_RE
_FENCE_SIGN = re.compile(r"^(?:`{3,}|~{3,})", re.MULTILINE)
_ESCAPE = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!]")
_BLANK_LINE = re.compile(rf"\n(?=[ \t]*(?:\n|{FENCE_FILLER}))")
_LINE_BREAK = (
    rf"\n(?=[ \t]*(?:\n|#|>|:[ ]|[-*+][ ]|\d{{1,9}}\.[ ]|\[[^\[\]\n]*\]:|{FENCE_FILLER}|(?:=+|-+)[ \t]*$)%s)"
    r"|^(?:#|[ ]*\[[^\[\]\n]*\]:)[^\n]*$"
)
_BREAK = re.compile(_LINE_BREAK % "", re.MULTILINE)
_BREAK_WITH_TABLES = re.compile(_LINE_BREAK % r"|[^\n]*\|", re.MULTILINE)
_DEFINITION = re.compile(r"^[ ]*:[ ]", re.MULTILINE)
_RUN = re.compile(r"`+")


def blank(text: str, filler: str = FILLER) -> str:
    """The same number of characters with everything but line breaks replaced."""
    return filler * len(text) if "\n" not in text else _NOT_A_BREAK.sub(filler, text)


def mask_fences(text: str) -> str:
    """Blank out fenced code, by the renderer's own expression; nothing where fences of too many lengths would make it slow."""
    if not 0 < kinds_of_fences(text) <= MAX_FENCE_LENGTHS:
        return text
    return _FENCE.sub(lambda match: blank(match.group(), FENCE_FILLER), text)


def fence_attributes(text: str) -> list[tuple[int, int]]:
    """Bounds of what stands on the opening lines of fences besides the name of a language: attributes, marked lines."""
    if not ("{" in text or "hl_lines" in text) or not 0 < kinds_of_fences(text) <= MAX_FENCE_LENGTHS:
        return []
    found = []
    for match in _FENCE.finditer(text):
        group = "attrs" if match["attrs"] is not None else "hl_lines"
        if match[group] is not None:
            found.append(match.span(group))
    return found


def kinds_of_fences(text: str) -> int:
    """How many different lines of backticks or tildes the text has at the beginning of its lines."""
    return len(set(_FENCE_SIGN.findall(text))) if "```" in text or "~~~" in text else 0


def mask_code_spans(text: str) -> str:
    """Blank out code spans as Python-Markdown sees them: within one block, closed by a run of the same length.

    Where a line may begin a list item, a table row or a definition, a span counts as code only if it is code both ways.
    """
    if "`" not in text:
        return text
    runs = list(_RUN.finditer(text))
    blank_lines, breaks = [match.end() for match in _BLANK_LINE.finditer(text)], _line_breaks(text)
    wide = _code_spans(text, runs, blank_lines)
    narrow = wide if breaks == blank_lines else _code_spans(text, runs, breaks)
    pieces, last = [], 0
    for start, end in wide if wide == narrow else _common(wide, narrow):
        pieces += [text[last:start], blank(text[start:end])]
        last = end
    return "".join([*pieces, text[last:]])


def mask_escapes(text: str) -> str:
    """Blank out backslash escapes."""
    return _ESCAPE.sub(FILLER * 2, text) if "\\" in text else text


def _line_breaks(text: str) -> list[int]:
    """Offsets after each line break that may end a block; all those before a definition do, since each line is a term."""
    pattern = _BREAK_WITH_TABLES if "|" in text else _BREAK
    breaks = {match.end() for match in pattern.finditer(text)}
    done = 0
    for match in _DEFINITION.finditer(text):
        begin = max(text.rfind("\n\n", done, match.start()), done)
        breaks.update(line.end() for line in re.compile("\n").finditer(text, begin, match.start()))
        done = match.start()
    return sorted(breaks)


def _common(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What both lists of spans cover."""
    found, one, two = [], 0, 0
    while one < len(first) and two < len(second):
        start, end = max(first[one][0], second[two][0]), min(first[one][1], second[two][1])
        if start < end:
            found.append((start, end))
        if first[one][1] < second[two][1]:
            one += 1
        else:
            two += 1
    return found


def _code_spans(text: str, runs: list[re.Match[str]], breaks: list[int]) -> list[tuple[int, int]]:
    blocks: dict[int, list[re.Match[str]]] = {}
    for run in runs:
        blocks.setdefault(bisect_right(breaks, run.start()), []).append(run)
    return [span for block in blocks.values() for span in _spans_of_block(text, block)]


def _spans_of_block(text: str, runs: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    by_length: dict[int, list[int]] = {}
    longest_after = [0] * (len(runs) + 1)
    for index in range(len(runs) - 1, -1, -1):
        longest_after[index] = max(longest_after[index + 1], len(runs[index].group()))
    for run in runs:
        by_length.setdefault(len(run.group()), []).append(run.start())
    position = 0
    for index, run in enumerate(runs):
        start, end = _unescaped(text, run)
        start = max(start, position)
        if start >= end:
            continue
        length, longest = end - start, longest_after[index + 1]
        closed = _next_of(by_length, length, end)
        if closed is None and 0 < longest < length:
            closed = _next_of(by_length, longest, end)
        if closed:
            yield start, closed
        position = closed or end + length  # the renderer goes on that far behind a run that never closes


def _next_of(by_length: dict[int, list[int]], length: int, after: int) -> int | None:
    starts = by_length.get(length, [])
    index = bisect_left(starts, after)
    return starts[index] + length if index < len(starts) else None


def _unescaped(text: str, match: re.Match[str]) -> tuple[int, int]:
    backslashes = 0
    while match.start() - backslashes > 0 and text[match.start() - backslashes - 1] == "\\":
        backslashes += 1
    return match.start() + backslashes % 2, match.end()
