"""One finding: where, which rule, what is wrong, what would be accepted."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How a finding weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Finding(NamedTuple):
    """One fault at one place in the source.

    Attributes:
        path: repository path with forward slashes.
        line: 1-based; 1 where the fault concerns the whole file.
        column: 1-based, counted in characters.
        rule: id of a registered rule.
        severity: error or warning.
        message: one sentence, without the place.
        help: what would be accepted and how to fix it.
    """

    path: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: str
    help: str


def sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in order of path, place, rule and message, each once: the same input gives the same list."""
    return sorted(set(findings))
