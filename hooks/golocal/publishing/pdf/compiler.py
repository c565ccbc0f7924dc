"""Typst, told what to make: a PDF that is PDF/UA-1 and PDF/A-2a at once, or pictures of its pages.

The same source gives the same bytes: the date is that of the texts, no clock is read, no font of the machine is used. Typst
itself refuses missing alternative texts, letters that no font has, and links to nowhere.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import typst

from golocal.publishing.pdf.text import PageRefused

FONTS = Path(__file__).with_name("fonts")
STANDARDS = ("ua-1", "a-2a")


def compile_pdf(source: str, root: Path, fonts: Path = FONTS) -> bytes:
    """The PDF file of a Typst source.

    Args:
        root: the only folder that images may be read from.
        fonts: folder of fonts; those of the Typst wheel come with them.

    Raises:
        PageRefused: Typst refuses the source or warns of it; the text is its message.
    """
    return _compile(source, root, fonts, "pdf")[0]


def compile_pictures(source: str, root: Path, fonts: Path = FONTS) -> list[bytes]:
    """The pages as PNG pictures, to look at."""
    return _compile(source, root, fonts, "png")


def _compile(source: str, root: Path, fonts: Path, form: Literal["pdf", "png"]) -> list[bytes]:
    compiler = typst.Compiler(root=root, font_paths=_fonts(fonts))
    standards: Any = [*STANDARDS] if form == "pdf" else []
    try:
        output, warnings = compiler.compile_with_warnings(source.encode(), format=form, pdf_standards=standards)
    except typst.TypstError as error:
        raise PageRefused("; ".join([error.message, *error.hints])) from error
    if warnings or output is None:
        raise PageRefused("; ".join(warning.message for warning in warnings) or "Typst wrote nothing")
    return output if isinstance(output, list) else [output]


@lru_cache
def _fonts(folder: Path) -> typst.Fonts:
    """The fonts of the Typst wheel and those of a folder, never those of the machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])
