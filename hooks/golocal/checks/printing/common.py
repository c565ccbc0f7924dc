"""What rules about printing share."""

from __future__ import annotations

PRINTED = ("toolkit/", "volumes/papers-", "docs/tasks/", "docs/learn/")
"""Beginnings of the paths of texts that are part of a publication."""
