"""City practices."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from golocal.content.fields import (
    Answer,
    Date,
    Decimal,
    Integer,
    InVocabulary,
    Line,
    PartialDate,
    PolicyStage,
    RightCode,
    Theme,
)
from golocal.content.kinds.common import DatedOriginal, Model


class Coordinates(Model):
    """A point on the map, in degrees (WGS 84)."""

    latitude: Annotated[Decimal, Field(ge=-90, le=90)]
    """Degrees north."""
    longitude: Annotated[Decimal, Field(ge=-180, le=180)]
    """Degrees east."""


class Evidence(Model):
    """What kind of report the results rest on. A study of process is not a study of effect."""

    report: Annotated[str, InVocabulary("evidence-reports")]
    """Kind of the best report."""
    independent: Answer
    """Whether that report comes from outside the city and its partners."""


class Practice(DatedOriginal):
    """What one city did: problem, what was done, law, results, limits, lessons."""

    city: Line
    """Name of the city, town or region."""
    country_or_area: Annotated[str, InVocabulary("countries")]
    """ISO 3166-1 code of two letters; names follow the UN's list."""
    region: Annotated[str, InVocabulary("regions")]
    """Region."""
    coordinates: Coordinates
    """Where it is."""
    population_class: Annotated[str, InVocabulary("population-classes")]
    """Size by inhabitants."""
    competence: Annotated[str, InVocabulary("competences")] | None = None
    """Whose task it is in law; absent where no source says."""
    cost: Line | None = None
    """Cost where a source gives it."""
    cost_class: Annotated[str, InVocabulary("cost-classes")] | None = None
    """Size of the cost, roughly; only where a source gives the cost or says that none arose."""
    staff: Line | None = None
    """Staff where a source gives it."""
    paid_by: Line | None = None
    """Who pays, where a source says."""
    legal_form: Line | None = None
    """Legal form: ordinance, resolution, contract, programme."""
    started: Annotated[Integer, Field(ge=1800, le=2100)]
    """Year of the start."""
    state: Annotated[str, InVocabulary("practice-states")]
    """Planned, ongoing, ended; unknown where the newest source is older than 24 months."""
    evidence: Evidence
    """What the results rest on."""
    newest_source: PartialDate
    """Date of the newest source that was read."""
    last_confirmed: Date | None = None
    """Day on which someone in the city confirmed the record; absent until then."""
    functions: list[Annotated[str, InVocabulary("functions")]] = []
    """Functions of the city that it uses."""
    commitments: list[Annotated[str, InVocabulary("commitments")]] = []
    """Commitments of the Ten-Point Plan of Action that it serves, in our reading."""
    rights: list[RightCode] = Field(min_length=1)
    """Codes of the rights that it serves, at least one."""
    themes: list[Theme] = Field(min_length=1)
    """Themes, at least one."""
    policy_stages: list[PolicyStage] = Field(min_length=1)
    """Stages of the policy cycle, at least one."""
