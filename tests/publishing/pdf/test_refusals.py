"""A refused publication says which source to change."""

from __future__ import annotations

from pathlib import Path

from golocal.checks.run import check
from golocal.publishing.pdf.refusals import in_words
from golocal.publishing.pdf.text import PageRefused

HEAD = """---
title: Count
summary: A form for a count of rooms that are too cold.
status: published
provenance: original
version: "1.0"
published: 2031-03-01
---

"""
TABLE = "| A | B |\n| --- | --- |\n| 1 | 2 |\n\n"
SHEET = "toolkit/warm-homes/worksheets/count.md"


def test_a_table_that_was_measured_is_a_finding_at_its_place(world: Path) -> None:
    (world / SHEET).write_text(f"{HEAD}{TABLE}Text.\n\n{TABLE}", encoding="utf-8")
    refused = PageRefused(f"panicked with: table-too-wide, {SHEET}#1, 12")
    words = in_words("chapter-warm-homes", refused, world, check(world).catalogue)
    assert words.startswith(f"{SHEET}:16:1: error[table-too-wide]: the table is 12 mm wider than a page")


def test_what_is_not_known_better_is_told_as_typst_says_it(world: Path) -> None:
    words = in_words("tasks", PageRefused("a letter could not be displayed"), world, check(world).catalogue)
    assert words == "tasks.pdf: a letter could not be displayed"
