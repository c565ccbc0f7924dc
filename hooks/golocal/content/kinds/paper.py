"""Our own series, Go Local Papers: volumes and articles."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from golocal.content.fields import Doi, Integer, Isbn, Issn, Line, RecordLink, Text
from golocal.content.kinds.common import Original


class Paper(Original):
    """A volume of Go Local Papers, on the theme of an Academy or volume that it names."""

    number: Annotated[Integer, Field(ge=1, le=999)]
    """Number in our series."""
    takes_up: list[RecordLink]
    """Volumes or Academies whose theme it takes up."""
    doi: Doi | None = None
    """Digital object identifier, once one is assigned; never that of a work by others."""
    isbn: Isbn | None = None
    """International standard book number, once one is assigned."""
    issn: Issn | None = None
    """International standard serial number of the series, once one is assigned."""


class Article(Original):
    """An article in a volume of Go Local Papers."""

    abstract: Text
    """What the article argues, in at most 200 words."""
    keywords: list[Line]
    """Three to eight keywords."""
    doi: Doi | None = None
    """Digital object identifier, once one is assigned."""
