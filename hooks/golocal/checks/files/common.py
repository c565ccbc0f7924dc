"""Findings about files as such: they stand at line 1, column 1, and are always errors."""

from __future__ import annotations

from golocal.findings import Finding, Severity
from golocal.findings.registry import shown
from golocal.reading.files import SourceFile


def at_file(rule: str, file: SourceFile, message: str, help: str) -> Finding:
    """A finding about a whole file. Control characters in its path are shown escaped."""
    return Finding(shown(file.path), 1, 1, rule, Severity.ERROR, message, help)
