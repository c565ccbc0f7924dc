"""The docstring of each rule is its page: its examples are run here, and the page itself is free of findings."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from golocal.checks.due import due
from golocal.checks.run import check
from golocal.content.locations import identify
from golocal.findings import Rule, all_rules, rule_named
from golocal.findings.pages import Example, MalformedPage, as_markdown, read_page

RULES = all_rules()


def id_of(rule: Rule) -> str:
    return rule.id


def front_matter_of(world: Path, kind: str) -> str:
    """Front matter of a document of that kind in the world, without what ties it to other documents."""
    for path in sorted(world.rglob("*.md")):
        text = path.read_text("utf-8")
        if text.startswith("---\n") and identify(path.relative_to(world).as_posix()).kind == kind:
            return text[: text.index("\n---\n") + 5]
    raise AssertionError(f"the world has no document of the kind {kind}")


def put(world: Path, example: Example) -> None:
    file = world / example.path
    file.parent.mkdir(parents=True, exist_ok=True)
    if example.leads_to:
        file.symlink_to(example.leads_to)
        return
    text = example.text
    if file.suffix == ".md" and not text.startswith("---") and not example.whole:
        text = f"{front_matter_of(world, identify(example.path).kind)}\n{text}"
    text += f"\n{example.text}" * (example.size * 1024 // len(example.text))
    file.write_text(text, encoding="utf-8")


def rules_at(world: Path, example: Example) -> set[str]:
    findings = check(world).findings
    if example.day:
        findings = findings + due(world, date.fromisoformat(example.day))
    return {finding.rule for finding in findings if finding.path == example.path}


@pytest.mark.parametrize("rule", RULES, ids=id_of)
def test_wrong_example_is_wrong(rule: Rule, world: Path) -> None:
    example = read_page(rule).wrong
    put(world, example)
    assert rule.id in rules_at(world, example)


@pytest.mark.parametrize("rule", RULES, ids=id_of)
def test_right_example_is_right(rule: Rule, world: Path) -> None:
    example = read_page(rule).right
    put(world, example)
    assert rules_at(world, example) == set()


@pytest.mark.parametrize("rule", RULES, ids=id_of)
def test_page_is_free_of_findings(rule: Rule, world: Path) -> None:
    page = world / rule.address
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(as_markdown(rule), encoding="utf-8")
    assert check(world).findings == []


def test_page_tells_all_that_the_docstring_says() -> None:
    rule = rule_named("html-raw")
    page, text = read_page(rule), as_markdown(rule)
    assert f"title: {rule.id}" in text.replace('"', "")
    for part in (page.title, page.why[1:], page.helps[1:], page.fix[1:], page.exceptions[1:], page.wrong.text):
        assert part in text
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == ["## Who it helps", "## Why", "## Wrong", "## Right", "## How to fix", "## Exceptions"]


def test_fence_is_longer_than_any_in_the_example() -> None:
    page = rule_named("html-raw").page.replace("Press <b>here</b>.", "````\n    Press <b>here</b>.\n    ````", 1)
    text = as_markdown(dataclasses.replace(rule_named("html-raw"), page=page))
    assert "\n`````markdown\n````\nPress <b>here</b>.\n````\n`````\n" in text


def test_invisible_signs_are_shown() -> None:
    assert "\\u202e" in as_markdown(rule_named("text-encoding"))


GOOD = """A state that is wanted.

Helps: the reader.

Why: because.

Wrong (docs/about/method.md):

    One.

Right (docs/about/method.md):

    Two.

Fix: write two.
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("wanted.\n", "wanted\n", "begins with one sentence"),
        ("Helps: the reader.\n\n", "", "lacks Helps"),
        ("Why: because.\n\n", "Why: because.\n\nWhy: because.\n\n", "Why stands twice"),
        ("Helps: the reader.\n\nWhy: because.", "Why: because.\n\nHelps: the reader.", "Helps comes too late"),
        ("Fix: write two.", "Fix: write two\nand three.", "one paragraph on one line"),
        ("Fix: write two.", "Fix: write two.\n\nNote: three.", "a section begins with"),
        ("    One.", "  One.", "a path and text indented"),
    ],
)
def test_malformed_docstring_is_told(old: str, new: str, message: str) -> None:
    rule = dataclasses.replace(rule_named("html-raw"), page=GOOD)
    assert read_page(rule).right.text == "Two.\n"
    with pytest.raises(MalformedPage, match=message):
        read_page(dataclasses.replace(rule, page=GOOD.replace(old, new)))
