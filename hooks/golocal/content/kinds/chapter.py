"""Chapters of the toolkit, their parts and worksheets."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from golocal.content.fields import Doi, Integer, InVocabulary, Isbn
from golocal.content.kinds.common import Original


class Chapter(Original):
    """First page of a chapter: key messages, who it is for, limits, and the way through its parts."""

    number: Annotated[Integer, Field(ge=0, le=99)]
    """Number of the chapter in the toolkit."""
    functions: list[Annotated[str, InVocabulary("functions")]]
    """Functions of the city that the chapter concerns."""
    commitments: list[Annotated[str, InVocabulary("commitments")]]
    """Commitments of the Ten-Point Plan of Action that it serves."""
    doi: Doi | None = None
    """Digital object identifier, once one is assigned."""
    isbn: Isbn | None = None
    """International standard book number, once one is assigned."""


class ChapterPart(Original):
    """A part of a chapter: why, prepare, practise (the steps), sustain, easy."""


class Worksheet(Original):
    """A form to fill in and to adapt, in the public domain (CC0)."""
