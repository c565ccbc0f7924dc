"""Records of the library: standards, rights, indicators, terms, sources."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from golocal.content.fields import (
    Answer,
    Doi,
    InVocabulary,
    Key,
    LanguageTag,
    Line,
    PartialDate,
    RecordLink,
    RightCode,
    SourceTitle,
    Summary,
    Text,
    Title,
    WebAddress,
)
from golocal.content.kinds.common import Model

ReadingMark = Annotated[str, InVocabulary("reading-marks")]


class Provision(Model):
    """One article or paragraph of a standard; its key is the anchor, such as art-11-1."""

    label: Line
    """How the provision is named, such as Article 11(1)."""
    gist: Text
    """What it says, in our words."""
    source: Key
    """Key of the source in which it was checked."""


class Standard(Model):
    """An instrument that local governments translate into policy."""

    title: SourceTitle
    """Official title."""
    short_title: Title
    """Short title as used in text."""
    body: Line
    """Body that adopted it."""
    adopted: PartialDate
    """Adoption, or opening for signature."""
    in_force: PartialDate | None = None
    """General entry into force."""
    form: Annotated[str, InVocabulary("standard-forms")]
    """Treaty, declaration, resolution and so on."""
    region: Annotated[str, InVocabulary("standard-regions")]
    """Where it applies."""
    symbol: Line | None = None
    """Document symbol or number."""
    binding: Answer
    """Whether it is legally binding on those to whom it is addressed."""
    summary: Annotated[Text, Field(min_length=20, max_length=400)]
    """What it is, in one or two sentences."""
    asks_of_local_government: Text
    """What it asks of local governments, in our words."""
    rights: list[RightCode] = []
    """Rights that it concerns."""
    source: Key
    """Key of its own entry among the sources."""
    url: WebAddress | None = None
    """Publisher's page of the text."""
    checked: ReadingMark
    """How much of it was read."""
    provisions: dict[Key, Provision] = {}
    """Provisions by anchor; only checked ones."""


class Situation(Model):
    """What happens to somebody in daily life, by which a resident finds a right."""

    area: Annotated[str, InVocabulary("life-areas")]
    """Area of life in which it happens."""
    says: Line
    """What the person would say: one sentence in plain words, in the first person where that fits."""


class Right(Model):
    """A right, with what the city owes and where to complain."""

    title: Title
    """Plain name."""
    tier: Annotated[str, InVocabulary("tiers")]
    """Right of everyone, of a group, or emerging."""
    summary: Summary
    """One sentence."""
    meaning: Text
    """What it means in a town."""
    owes: list[Text]
    """What the city owes you, one sentence each."""
    complain: list[Text]
    """Where to complain, one sentence each."""
    situations: list[Situation] = []
    """Situations of daily life that lead to the right, on the page for residents; the most frequent first."""
    services: list[Line] = []
    """Municipal services that it touches."""
    sdg_targets: list[Line] = []
    """Related targets of the 2030 Agenda."""
    provisions: list[RecordLink] = []
    """Provisions of standards, as record links."""
    sources: list[Key] = []
    """Keys of the sources."""


class Indicator(Model):
    """A method sheet that two people would compute alike."""

    title: Title
    """Plain name."""
    right: RightCode | Literal["all-rights"]
    """Right that it measures."""
    attribute: Line
    """Attribute of the right."""
    type: Annotated[str, InVocabulary("indicator-types")]
    """Structure, process or outcome."""
    definition: Text
    """What is counted."""
    numerator: Text
    """Numerator, or the condition for yes."""
    denominator: Text | None = None
    """Denominator, where the indicator is a ratio."""
    unit: Line
    """Unit of the result."""
    data_sources: list[Line]
    """Where the data come from."""
    disaggregation: list[Line] = []
    """Breakdowns, only where lawful, voluntary and large enough."""
    frequency: Line
    """How often."""
    direction: Annotated[str, InVocabulary("directions")]
    """Which way is better."""
    sdg_targets: list[Line] = []
    """Closest targets of the 2030 Agenda."""
    standards: list[RecordLink] = []
    """Provisions that it serves, as record links."""
    region_of_law: Line | None = None
    """Region whose law or reference value it uses; absent where it holds worldwide."""
    unsafe_where: Text | None = None
    """Where it must not be collected, and what must not be recorded, shown or passed on, because people would be at risk."""
    cautions: Text
    """How it misleads."""
    starter_sets: list[Annotated[str, InVocabulary("starter-sets")]] = []
    """Starter sets that it belongs to."""
    sources: list[Key] = []
    """Keys of the sources."""


class GlossaryTerm(Model):
    """A term with the meaning that this site uses."""

    title: Title
    """The term."""
    definition: Text
    """One or two sentences."""
    also: list[Line] = []
    """Other forms that appear in text."""
    avoid: list[Line] = []
    """Terms to avoid in its favour."""
    see_also: list[RecordLink] = []
    """Related terms."""
    source: Key | None = None
    """Key of the source behind the definition."""


class Name(Model):
    """A person (family, given) or a body (literal)."""

    family: Line | None = None
    """Family name."""
    given: Line | None = None
    """Given names."""
    literal: Line | None = None
    """Name of a body, as one string."""


class Reference(Model):
    """A source, in the fields of the Citation Style Language (CSL)."""

    type: Annotated[str, InVocabulary("source-types")]
    """CSL type, such as report or article-journal."""
    title: SourceTitle
    """Title as published."""
    title_short: Annotated[Line | None, Field(alias="title-short")] = None
    """Short title, for citations of works without an author."""
    author: list[Name] = []
    """Authors."""
    editor: list[Name] = []
    """Editors."""
    issued: PartialDate | None = None
    """Date of publication; absent where the source gives none."""
    accessed: PartialDate | None = None
    """Day on which a page without a date was read."""
    publisher: Line | None = None
    """Publisher."""
    publisher_place: Annotated[Line | None, Field(alias="publisher-place")] = None
    """Place of the publisher."""
    container_title: Annotated[Line | None, Field(alias="container-title")] = None
    """Journal, newspaper or book that holds it."""
    collection_title: Annotated[Line | None, Field(alias="collection-title")] = None
    """Series."""
    collection_number: Annotated[Line | None, Field(alias="collection-number")] = None
    """Number in the series."""
    number: Line | None = None
    """Document symbol or report number."""
    volume: Line | None = None
    """Volume of a journal."""
    issue: Line | None = None
    """Issue of a journal."""
    page: Line | None = None
    """Pages."""
    number_of_pages: Annotated[Line | None, Field(alias="number-of-pages")] = None
    """Number of pages."""
    genre: Line | None = None
    """Kind of report or thesis."""
    authority: Line | None = None
    """Court or authority."""
    edition: Line | None = None
    """Edition of a book."""
    DOI: Doi | None = None
    """Digital object identifier, without a resolver's address."""
    ISBN: Line | None = None
    """ISBN."""
    URL: WebAddress | None = None
    """The publisher's address; copies on sharing sites are refused."""
    language: LanguageTag | None = None
    """Language of the text, as a tag such as en or fr; absent for a text in several."""
    title_language: LanguageTag | None = None
    """Language of the title above where it is not that of the text, such as en for a description of ours."""
    read: ReadingMark
    """How much of it was read: whole, in part (an excerpt or abstract), or only as reported by others."""
    note: Line | None = None
    """A remark for the reader of the list of sources."""
