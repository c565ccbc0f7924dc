"""Catalogue records of what others published: volumes, academies, meetings, outcome documents."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from golocal.content.fields import Contents, Date, Integer, InVocabulary, Key, Line, SourceTitle, WebAddress
from golocal.content.kinds.common import Dated


class Record(Dated):
    """What all records of the works of others carry."""

    contents: Contents
    """Whether the text itself was seen, seen in part, or not seen."""
    as_summarised_by: list[Key] = []
    """Keys of the sources whose summary we report."""
    original_url: WebAddress | None = None
    """Where the original can be got."""


class Volume(Record):
    """Catalogue record of a volume of the Centre's series. It is not the volume, and no PDF of ours bears its name."""

    provenance: Literal["record"]
    """Always record."""
    number: Annotated[Integer, Field(ge=1, le=999)]
    """Number in the series."""
    year: Annotated[Integer, Field(ge=1990, le=2100)] | None = None
    """Year of publication, where a source gives it."""
    authors: list[Line] = []
    """Authors, or the body that is named as author, where a source names them."""
    publisher: Line
    """Publisher as the volume names it."""
    academy: Key | None = None
    """Folder name of the Academy that took up its theme."""


class Academy(Record):
    """Record of one edition of the Academy "Human Rights Go Local"."""

    provenance: Literal["record"]
    """Always record."""
    edition: Annotated[Integer, Field(ge=1, le=99)]
    """Number of the edition."""
    starts: Date
    """First day."""
    ends: Date
    """Last day."""
    place: Line
    """Place, or "online"."""
    form: Annotated[str, InVocabulary("event-forms")]
    """Online, hybrid or on site."""
    organisers: list[Line]
    """Organising bodies as the source names them."""
    volume: Key | None = None
    """Folder name of the volume that opened the debate."""


class Outcome(Record):
    """Digest of what is reported of an outcome document. Items stand here only if their text or a named summary was read."""

    provenance: Literal["digest"]
    """Always digest."""
    of: Key
    """Folder name of the Academy."""
    date: Date | None = None
    """Day on which the document was published."""
    item_count: Annotated[Integer, Field(ge=1, le=200)] | None = None
    """Number of encouragements, where a source gives it."""


class Meeting(Record):
    """Record of an expert meeting, or of a report that followed one."""

    provenance: Literal["record", "digest"]
    """Record of a meeting, or digest of what is reported of a document."""
    date: Date
    """Day of the meeting or of the document."""
    body: Line
    """Body that convened the meeting or issued the document."""
    document: SourceTitle | None = None
    """Symbol of the document."""
