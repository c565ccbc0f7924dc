"""Findings about files as such: they stand at line 1, column 1, and are always errors."""

from __future__ import annotations

from golocal.findings import Finding, Severity
from golocal.reading.files import SourceFile


def at_file(rule: str, file: SourceFile, message: str, help: str) -> Finding:
    """A finding about a whole file. Control characters in its path are shown escaped."""
    shown = "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in file.path)
    return Finding(shown, 1, 1, rule, Severity.ERROR, message, help)
