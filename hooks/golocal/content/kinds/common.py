"""What every document carries."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from golocal.content.fields import (
    Audience,
    Date,
    Line,
    PolicyStage,
    RecordLink,
    RightCode,
    Summary,
    Theme,
    Title,
)


class Model(BaseModel):
    """Base of all models: strict, frozen, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True)


class Change(Model):
    """One entry of the history of a document."""

    date: Date
    """Day of the change."""
    note: Line
    """What changed and why, in one sentence."""


class Document(Model):
    """Front matter that every Markdown document has."""

    title: Title
    """Title without markup, at most 120 characters; it is the page's only heading of the first level."""
    summary: Summary
    """One or two sentences that say what the reader gets, 20 to 300 characters, without markup or citations."""
    status: Literal["draft", "review", "published", "archived"]
    """Stage: rules about completeness warn in a draft and stop the build in published text."""
    provenance: Literal["original", "digest", "record"]
    """Whose words: ours (original), what we report of another's document (digest), a catalogue entry (record)."""
    version: Line
    """Version of the text, such as 1.0."""
    published: Date | None = None
    """Day of the first publication here; required once the status is published."""
    reviewed: Date | None = None
    """Day of the last review by a practitioner; absent if there was none."""
    reviewed_by: Line | None = None
    """Public role of the reviewer; absent: the page says that no practitioner has reviewed it."""
    review_due: Date | None = None
    """Day by which the text should be read again."""
    changes: list[Change] = []
    """History, newest first."""
    rights: list[RightCode] = []
    """Codes of the rights that the document is about."""
    themes: list[Theme] = []
    """Themes."""
    policy_stages: list[PolicyStage] = []
    """Stages of the policy cycle."""
    audience: list[Audience] = []
    """Whom it is written for."""
    see_also: list[RecordLink] = []
    """Related records, as record links."""


class Original(Document):
    """A document in our own words."""

    provenance: Literal["original"]
    """Always original."""


class Dated(Document):
    """A document that must say when it is read again."""

    review_due: Date
    """Day by which the text should be read again."""


class DatedOriginal(Original):
    """A document in our own words that must say when it is read again."""

    review_due: Date
    """Day by which the text should be read again."""
