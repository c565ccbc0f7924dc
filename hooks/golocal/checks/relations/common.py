"""Where a document says something in its front matter, in words."""

from __future__ import annotations

from golocal.content.corpus import Document


def said_at(document: Document, key: str) -> str:
    """Path and line of a front matter key, for a message about another document."""
    return f"{document.path}, line {document.place_of(key)[0]}"
