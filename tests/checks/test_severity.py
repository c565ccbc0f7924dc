"""Severity follows the status of the document, for the rules that say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.findings import Severity, all_rules

PRACTICE = "docs/practices/tarnholm-heat-fund.md"


def severities(world: Path, status: str, break_it: tuple[str, str]) -> set[tuple[str, str]]:
    text = (world / PRACTICE).read_text("utf-8").replace("status: published", f"status: {status}")
    (world / PRACTICE).write_text(text.replace(*break_it), encoding="utf-8")
    return {(f.rule, f.severity) for f in check(world).findings if f.path == PRACTICE}


@pytest.mark.parametrize(
    ("status", "severity"), [("draft", "warning"), ("archived", "warning"), ("review", "error"), ("published", "error")]
)
def test_completeness_follows_status(world: Path, status: str, severity: str) -> None:
    assert severities(world, status, ("## Lessons", "## What we learnt")) == {("practice-incomplete", severity)}


@pytest.mark.parametrize("status", ["draft", "archived", "review", "published"])
def test_safety_does_not(world: Path, status: str) -> None:
    assert severities(world, status, ("A by-law of 2027.", "A <b>by-law</b>.")) == {("html-raw", "error")}


@pytest.mark.parametrize("status", ["", "finished"])
def test_unknown_status_counts_as_published(world: Path, status: str) -> None:
    found = severities(world, status, ("## Lessons", "## What we learnt"))
    assert ("practice-incomplete", "error") in found


def test_no_rule_is_harder_on_drafts() -> None:
    assert [rule.id for rule in all_rules() if rule.draft is Severity.ERROR and rule.settled is Severity.WARNING] == []
