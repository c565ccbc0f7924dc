"""What panels of facts of several kinds of documents share: links to topics and to rights."""

from __future__ import annotations

from golocal.content.corpus import Document
from golocal.content.mentions import RecordKey
from golocal.rendering.pages.page import Workshop

TOPIC_ROWS = (
    ("Themes", "themes", "themes"),
    ("Stages", "policy-stages", "policy_stages"),
    ("The city as", "functions", "functions"),
    ("Commitments of the Ten-Point Plan", "commitments", "commitments"),
)
"""Name of the row, vocabulary and field."""


def beside_panel(original: str, reading: str) -> str:
    """The line above a panel of facts, which no screen folds: the link to the original, and how much of it was read."""
    return " · ".join(part for part in (original and f"**{original}**", f"Read by us: {reading}") if part)


def topic_rows(workshop: Workshop, document: Document) -> list[tuple[str, str]]:
    """Rows whose labels lead to the pages of themes, stages, functions and commitments."""
    front = document.front
    return [
        (name, workshop.topic_links(document.path, vocabulary, front.get(field)))
        for name, vocabulary, field in TOPIC_ROWS
    ]


def rights_in_panel(document: Document) -> list[RecordKey]:
    """Rights that the panel of facts links to."""
    has_row = document.kind in ("chapter", "practice", "task")
    return [RecordKey("right", str(id)) for id in document.front.get("rights") or []] if has_row else []
