"""A waiver suppresses its rule in the next line, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from golocal.checks.run import check

FRONT = """---
title: Method
summary: How the texts of this corpus were made and checked.
status: draft
provenance: original
version: "1.0"
---
"""
WAIVER = "<!-- golocal: allow link-broken: the page comes next week -->"


def findings(world: Path, body: str, path: str = "docs/about/method.md") -> list[tuple[int, str]]:
    (world / path).write_text(body, encoding="utf-8")
    return [(finding.line, finding.rule) for finding in check(world).findings]


def test_waiver_covers_every_finding_of_its_rule_in_the_next_line(world: Path) -> None:
    assert findings(world, f"{FRONT}{WAIVER}\n[one](a.md) and [two](b.md)\n") == []


def test_waiver_does_not_cover_the_line_after(world: Path) -> None:
    assert findings(world, f"{FRONT}{WAIVER}\n[one](a.md)\n[two](b.md)\n") == [(10, "link-broken")]


def test_waiver_does_not_cover_another_rule(world: Path) -> None:
    assert findings(world, f"{FRONT}{WAIVER}\n[one](a.md) [@nobody1900]\n") == [(9, "citation-unknown")]


def test_two_waivers_need_two_lines(world: Path) -> None:
    twice = "<!-- golocal: allow citation-unknown: in print -->"
    assert findings(world, f"{FRONT}{WAIVER}\n{twice}\n[one](a.md) [@nobody1900]\n") == [
        (8, "waiver-unused"),
        (10, "link-broken"),
    ]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- golocal: allow link-broken -->",
        "<!-- golocal: allow link-broken: -->",
        " <!-- golocal: allow link-broken: indented -->",
        "<!--golocal: allow link-broken: no space-->",
        "<!-- golocal: allow link-broken: reason --> text",
    ],
)
def test_anything_but_the_exact_form_is_a_comment(world: Path, comment: str) -> None:
    found = findings(world, f"{FRONT}{comment}\n[one](a.md)\n")
    assert found == [(8, "html-raw"), (9, "link-broken")]


def test_waiver_in_code_is_text(world: Path) -> None:
    assert findings(world, f"{FRONT}```markdown\n{WAIVER}\n```\n") == []


def test_waiver_for_a_waiver_is_unused(world: Path) -> None:
    assert findings(world, f"{FRONT}<!-- golocal: allow waiver-unused: why not -->\n{WAIVER}\nText.\n") == [
        (8, "waiver-unused"),
        (9, "waiver-unused"),
    ]


def test_waiver_in_a_data_file(world: Path) -> None:
    record = (
        "lamp:\n  title: Lamp\n  definition: A light.\n"
        "  # golocal: allow citation-unknown: in print\n  source: lamp2031\n"
    )
    path = "docs/data/terms/more.yml"
    assert findings(world, record, path) == []
    assert findings(world, record.replace("  # golocal: allow citation-unknown: in print\n", ""), path) == [
        (4, "citation-unknown")
    ]


def test_waiver_in_front_matter(world: Path) -> None:
    front = FRONT.replace(
        "version:", "# golocal: allow value-not-in-vocabulary: the list grows next week\nthemes: [shade]\nversion:"
    )
    assert findings(world, f"{front}Text.\n") == []
