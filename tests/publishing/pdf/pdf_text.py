"""The text of a PDF as its content streams have it, page by page: enough of a reader for our files, and for nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

_MAPPING = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")

Font = dict[int, str]


def text_of_pdf(data: bytes) -> str:
    """The text in the order of the content streams, white space collapsed to single blanks."""
    with pikepdf.open(BytesIO(data)) as document:
        return " ".join(map(text_of_page, document.pages))


def text_of_page(page: Any) -> str:
    """The text of one page of an open document, in the same way."""
    return " ".join("".join(_page_text(page)).split())


def unpacked(data: bytes) -> bytes:
    """All content streams of the pages, one after another."""
    with pikepdf.open(BytesIO(data)) as document:
        return b"\n".join(page.Contents.read_bytes() for page in document.pages)


def _page_text(page: Any) -> Iterator[str]:
    fonts = {str(name): _font(font) for name, font in page.resources.get("/Font", {}).items()}
    current: Font = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        operator = str(instruction.operator)
        if operator == "Tf":
            current = fonts[str(operands[0])]
            yield " "
        elif operator == "Tj":
            yield _decoded(bytes(operands[0]), current)
        elif operator == "TJ":
            yield from (_decoded(bytes(piece), current) for piece in operands[0] if isinstance(piece, pikepdf.String))


def _font(font: Any) -> Font:
    rows = _MAPPING.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(letters.decode()).decode("utf-16-be") for code, letters in rows}


def _decoded(raw: bytes, font: Font) -> str:
    return "".join(font.get(raw[at] * 256 + raw[at + 1], "\ufffd") for at in range(0, len(raw), 2))
