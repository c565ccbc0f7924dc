"""What readers call the kinds: one of them, and many."""

from __future__ import annotations

ONE = {
    "academy": "Academy",
    "article": "Article",
    "chain": "Worked example with invented figures",
    "chapter": "Toolkit chapter",
    "chapter-part": "Part of a toolkit chapter",
    "indicator": "Indicator",
    "learning-path": "Learning path",
    "measure": "Measure of an invented plan",
    "meeting": "Meeting or report",
    "news": "News",
    "outcome": "Outcome document",
    "paper": "Volume",
    "practice": "City practice",
    "right": "Right",
    "standard": "Standard",
    "task": "Task",
    "volume": "Volume",
    "worksheet": "Worksheet",
}

MANY = {
    "task": "Tasks",
    "chapter": "Toolkit",
    "chapter-part": "Toolkit",
    "worksheet": "Worksheets",
    "practice": "Practices",
    "right": "Rights",
    "standard": "Standards",
    "indicator": "Indicators",
    "chain": "Worked examples",
    "measure": "Worked examples",
    "term": "Terms",
    "learning-path": "Learning paths",
    "self-check": "Questions to test yourself",
    "paper": "Our papers",
    "article": "Our papers",
    "volume": "Records of volumes",
    "academy": "Academies",
    "outcome": "Academies",
    "meeting": "Meetings and reports",
    "news": "News",
}
"""Groups in the order in which a page shows them. Kinds that stand together share a name."""
