"""The body of a Markdown source as a row of blocks: paragraphs, lists, tables, quotations, callouts, definitions, headings.

Coarser than the renderer's tree: a whole list is one block, with all that is indented below its entries. That is what rules about
citations ask for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from golocal.reading.masking import FENCE_FILLER, FILLER

_CHUNK = re.compile(r"^[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*", re.MULTILINE)
_BLANKED = re.compile(rf"(?:{FILLER}+[ \t]*\n)+")
_UNDERLINED = re.compile(r"[^\n]+\n(?:=+|-+)[ ]*(?:\n|\Z)")
_HEADING = re.compile(r"^#{1,6}[^\n]*(?:\n|\Z)", re.MULTILINE)
_KINDS = (
    ("callout", re.compile(r"[ ]{0,3}>[ ]?\[!")),
    ("quotation", re.compile(r"[ ]{0,3}>")),
    ("code", re.compile(FENCE_FILLER)),
    ("list", re.compile(r"[ ]{0,3}(?:[-*+]|\d{1,9}\.)[ \t]")),
    ("table", re.compile(r"[^\n]*\n[ ]{0,3}\|?[ ]*:?-+:?[ ]*\|")),
    ("definitions", re.compile(r"(?:[^\n]*\n)*?:[ ]{1,3}\S")),
)


class Block(NamedTuple):
    """A block by its kind and its offsets in the text of the file.

    Attributes:
        kind: paragraph, list, table, quotation, callout, definitions, code or heading.
    """

    kind: str
    start: int
    end: int


@lru_cache(maxsize=1)
def read_blocks(prose: str, start: int) -> list[Block]:
    """The blocks after offset `start`, in order; `prose` has front matter and code blanked out."""
    blocks: list[Block] = []
    for match in _CHUNK.finditer(prose, start):
        for block in _blocks_of_chunk(prose, *match.span()):
            if blocks and _continues(prose, blocks[-1], block):
                blocks[-1] = blocks[-1]._replace(end=block.end)
            else:
                blocks.append(block)
    return blocks


def _blocks_of_chunk(prose: str, start: int, end: int) -> Iterator[Block]:
    blanked = _BLANKED.match(prose, start, end)  # a waiver stands directly above what it covers
    start = blanked.end() if blanked else start
    underlined = _UNDERLINED.match(prose, start, end)
    if underlined:
        yield Block("heading", start, underlined.end())
        start = underlined.end()
    for heading in _HEADING.finditer(prose, start, end):
        if heading.start() > start:
            yield Block(_kind(prose, start, heading.start()), start, heading.start())
        yield Block("heading", *heading.span())
        start = heading.end()
    if start < end:
        yield Block(_kind(prose, start, end), start, end)


def _kind(prose: str, start: int, end: int) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.match(prose, start, end)), "paragraph")


def _continues(prose: str, before: Block, block: Block) -> bool:
    """Whether a block belongs to the list or the definitions before it."""
    if before.kind not in ("list", "definitions"):
        return False
    return block.kind == before.kind or prose.startswith(("    ", "\t"), block.start)
