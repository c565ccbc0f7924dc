"""Blank out what is not prose, so that the scan can look for links and citations without parsing Markdown twice.

Every mask keeps the length and the line breaks of the text: an offset means the same in both.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from markdown.extensions.fenced_code import FencedBlockPreprocessor

MAX_FENCE_LENGTHS = 20
FILLER = "\ue000"

_FENCE = FencedBlockPreprocessor.FENCED_BLOCK_RE
_FENCE_SIGN = re.compile(r"^(?:`{3,}|~{3,})", re.MULTILINE)
_ESCAPE = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_RUN = re.compile(r"`+")


def blank(text: str) -> str:
    """The same number of characters with everything but line breaks replaced."""
    return re.sub(r"[^\n]", FILLER, text)


def mask_fences(text: str) -> str:
    """Blank out fenced code, by the renderer's own expression; nothing where fences of too many lengths would make it slow."""
    if len(set(_FENCE_SIGN.findall(text))) not in range(1, MAX_FENCE_LENGTHS):
        return text
    return _FENCE.sub(lambda match: blank(match.group()), text)


def mask_code_spans(text: str) -> str:
    """Blank out code spans as Python-Markdown sees them: within one block, closed by a run of the same length."""
    if "`" not in text:
        return text
    pieces, last = [], 0
    for start, end in _code_spans(text):
        pieces += [text[last:start], blank(text[start:end])]
        last = end
    return "".join([*pieces, text[last:]])


def mask_escapes(text: str) -> str:
    """Blank out backslash escapes."""
    return _ESCAPE.sub(FILLER * 2, text) if "\\" in text else text


def _code_spans(text: str) -> list[tuple[int, int]]:
    breaks = [match.start() for match in _BLANK_LINE.finditer(text)]
    runs = list(_RUN.finditer(text))
    closers: dict[int, dict[int, list[int]]] = {}
    for run in runs:
        of_block = closers.setdefault(bisect_left(breaks, run.start()), {})
        of_block.setdefault(len(run.group()), []).append(run.start())
    spans: list[tuple[int, int]] = []
    position = 0
    for run in runs:
        start, end = _unescaped(text, run)
        if position <= start < end:
            closed = _closed(end, end - start, closers[bisect_left(breaks, run.start())])
            if closed:
                spans.append((start, closed))
                position = closed
    return spans


def _unescaped(text: str, match: re.Match[str]) -> tuple[int, int]:
    backslashes = 0
    while match.start() - backslashes > 0 and text[match.start() - backslashes - 1] == "\\":
        backslashes += 1
    return match.start() + backslashes % 2, match.end()


def _closed(end: int, length: int, closers: dict[int, list[int]]) -> int | None:
    for candidate in sorted((size for size in closers if size <= length), reverse=True):
        starts = closers[candidate]
        index = bisect_left(starts, end)
        if index < len(starts):
            return starts[index] + candidate
    return None
