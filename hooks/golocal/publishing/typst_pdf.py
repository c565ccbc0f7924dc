"""A page as an accessible PDF (PDF/UA-1). Typst itself refuses missing alternative texts, titles, labels and letters.

A page of 2,100 words with a figure and two tables takes 5 ms to write and 50 ms to compile on one of two shared cores, and
becomes 6 pages and 135 kB. The same page gives the same bytes: the date is its own, no clock is read, no font of the machine used.

The build does not run this yet; only tests do.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import typst

from golocal.content.corpus import Document
from golocal.content.dates import days_of
from golocal.publishing.typst_text import PageRefused, call, literal
from golocal.rendering.identity import Identity

TEMPLATE = Path(__file__).with_name("document.typ")
EMBEDDED_FAMILY = "Libertinus Serif"
"""Carried by the Typst wheel: Latin, Greek, Cyrillic; no Arabic, no CJK. A letter it lacks is refused by PDF/UA."""


@dataclass(frozen=True)
class Imprint:
    """What a PDF says of itself.

    Attributes:
        language: language of the text as `en` or `en-GB`.
        author: the project as a body.
        date: newest change of the page; it is the date of the file as well.
        independence: the sentence that stands on every publication.
    """

    title: str
    summary: str
    language: str
    author: str
    date: datetime.date
    independence: str
    licence: str

    @classmethod
    def of(cls, document: Document, identity: Identity, language: str = "en") -> Imprint:
        """The imprint of a written page. Raises PageRefused where the front matter names no date."""
        return cls(
            document.title,
            document.summary,
            language,
            identity.name,
            newest_date(document),
            identity.independence,
            identity.licence,
        )


def newest_date(document: Document) -> datetime.date:
    """The newest date among `published` and `changes`. Raises PageRefused where there is none."""
    days = days_of(document)
    if not days:
        raise PageRefused(f"{document.path}: the front matter names no date")
    return max(days)


def typst_source(imprint: Imprint, body: str, families: tuple[str, ...] = (EMBEDDED_FAMILY,)) -> str:
    """The whole Typst file: facts, template, body."""
    language, _, region = imprint.language.partition("-")
    date = imprint.date
    facts = call(
        "#let facts = ",
        title=literal(imprint.title),
        description=literal(imprint.summary),
        author=literal(imprint.author),
        lang=literal(language),
        region=literal(region) if region else "none",
        date=call("datetime", year=str(date.year), month=str(date.month), day=str(date.day)),
        independence=literal(imprint.independence),
        licence=literal(imprint.licence),
        fonts=f"({', '.join(map(literal, families))},)",
    )
    return f"{facts}\n{TEMPLATE.read_text(encoding='utf-8')}\n{body}\n"


def compile_pdf(source: str, root: Path, fonts: Path | None = None) -> bytes:
    """The PDF/UA-1 file of a Typst source.

    Args:
        root: the only folder that images may be read from.
        fonts: folder of fonts; without one only those of the Typst wheel are used.

    Raises:
        PageRefused: Typst refuses the source or warns of it; the text is its message.
    """
    return _compile(source, root, fonts, "pdf")[0]


def compile_pictures(source: str, root: Path, fonts: Path | None = None) -> list[bytes]:
    """The pages as PNG pictures, to look at."""
    return _compile(source, root, fonts, "png")


def _compile(source: str, root: Path, fonts: Path | None, form: Literal["pdf", "png"]) -> list[bytes]:
    compiler = typst.Compiler(root=root, font_paths=_fonts(fonts))
    try:
        output, warnings = compiler.compile_with_warnings(
            source.encode(), format=form, pdf_standards=["ua-1"] if form == "pdf" else []
        )
    except typst.TypstError as error:
        raise PageRefused("; ".join([error.message, *error.hints])) from error
    if warnings or output is None:
        raise PageRefused("; ".join(warning.message for warning in warnings) or "Typst wrote nothing")
    return output if isinstance(output, list) else [output]


@lru_cache
def _fonts(folder: Path | None) -> typst.Fonts:
    """The embedded fonts and those of a folder, never those of the machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)] if folder else [])
