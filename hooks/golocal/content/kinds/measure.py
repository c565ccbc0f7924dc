"""Measures of an invented plan: the rows of the filled example in the plan workbook."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from golocal.content.fields import Decimal, Integer, InVocabulary, Line, RecordLink, Title
from golocal.content.kinds.common import Model

Year = Annotated[Integer, Field(ge=1990, le=2100)]


class Measure(Model):
    """One measure of the plan of an invented town: a row of the example in the plan workbook. All its figures are invented."""

    title: Title
    """What the town does, in a few words."""
    town: Line
    """The invented town, with its size; the same in all measures."""
    number: Annotated[Integer, Field(ge=1, le=99)]
    """Number in the plan."""
    right: RecordLink
    """Right, as a record link."""
    standard: RecordLink
    """Provision, as a record link."""
    objective: Line
    """What will be different, in words that can be checked."""
    indicator: RecordLink
    """Indicator, as a record link."""
    baseline: Decimal
    """Value at the start, in the unit of the indicator."""
    baseline_year: Year
    """Year of that value."""
    target: Decimal
    """Value to reach, in the same unit."""
    target_year: Year
    """Year by which it is reached."""
    latest: Decimal | None = None
    """Newest value, in the same unit."""
    latest_year: Year | None = None
    """Year of the newest value."""
    budget_line: Line
    """Line of the budget that pays for it."""
    amount: Annotated[Decimal, Field(ge=0)]
    """Amount a year, in whole units of money."""
    money: Line
    """Unit of that amount, such as euros a year."""
    responsible: Line
    """Unit that answers for it."""
    state: Annotated[str, InVocabulary("measure-states")]
    """How far it is."""
