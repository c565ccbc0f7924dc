"""Days as front matter gives them, and spans between them."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Any


def last_day(value: Any) -> date | None:
    """The day of a value such as 2026-11-23; the last day of 2026-11 or of 2026; None where it is no date."""
    if not isinstance(value, str):
        return None
    try:
        parts = [int(part) for part in value.split("-")]
        year, month, day = [*parts, 12, 31][:3] if len(parts) == 1 else [*parts, 0][:3]
        return date(year, month, day or calendar.monthrange(year, month)[1])
    except ValueError:
        return None


def months_later(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
