"""Where a block of text is cited, and what in quotation marks or set off as a block is a quotation of others."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from golocal.content.corpus import Document
from golocal.reading.blocks import Block, read_blocks

OWN_WORDING = frozenset({"task", "worksheet"})
_BLANK = re.compile(r"\([a-z][a-z ,'-]*\)|\.\.\.|…|_{3,}", re.I)


class Cited:
    """The blocks of a document, and which of them carry a citation."""

    def __init__(self, document: Document) -> None:
        self.prose = document.source.prose
        self.blocks = read_blocks(self.prose, document.source.body)
        self._kind = document.kind
        self._starts = sorted(citation.start for citation in document.source.citations)

    def has(self, block: Block) -> bool:
        """Whether a citation stands in the block."""
        index = bisect_left(self._starts, block.start)
        return index < len(self._starts) and self._starts[index] < block.end

    def near(self, index: int) -> bool:
        """Whether a citation stands in the block at `index`, or in the paragraph directly before or after it."""
        around = [*self.blocks[max(index - 1, 0) : index], *self.blocks[index + 1 : index + 2]]
        return self.has(self.blocks[index]) or any(self.has(block) for block in around if block.kind == "paragraph")

    def set_off(self) -> Iterator[tuple[Block, bool]]:
        """Block quotations of others, each with whether it is cited.

        A quotation that nothing cites is our own wording if it leaves blanks to fill in, or stands in a task or worksheet.
        """
        for index, block in enumerate(self.blocks):
            if block.kind == "quotation":
                cited = self.near(index)
                if cited or not (self._kind in OWN_WORDING or _BLANK.search(self.prose, block.start, block.end)):
                    yield block, cited
