"""`golocal due`: the day is an argument; formats and exit codes are those of `golocal check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from golocal.commands import main

METHOD = """---
title: Method
summary: How the texts of this knowledge base were made and checked.
status: {status}
provenance: original
version: "1.0"
published: 2030-11-23
review_due: {due}
---

Text.
"""


@pytest.fixture
def here(world: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(world)
    return world


def due(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["due", *arguments])


def write_method(root: Path, due: str, status: str = "published") -> None:
    (root / "docs/about/method.md").write_text(METHOD.format(due=due, status=status), encoding="utf-8")


def test_nothing_due_is_0(here: Path) -> None:
    result = due("--on", "2031-05-01")
    assert (result.exit_code, result.stdout) == (0, "No findings.\n")


def test_overdue_is_1_and_stands_at_the_key_of_the_front_matter(here: Path) -> None:
    write_method(here, "2031-04-30")
    result = due("--on", "2031-05-01")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "docs/about/method.md:8:13: error[review-overdue]: "
        "the review was due on 2031-04-30, 1 day before 2031-05-01\n  help: read the text again"
    )
    assert "(docs/contribute/rules/review-overdue.md)" in result.stdout


def test_a_warning_is_0(here: Path) -> None:
    write_method(here, "2031-05-20")
    result = due("--on", "2031-05-01")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "0 errors, 1 warning.")


def test_the_same_sources_are_due_on_a_later_day_and_archived_ones_never(here: Path) -> None:
    rules = [row["rule"] for row in json.loads(due("--on", "2040-01-01", "--format", "json").stdout)]
    assert rules.count("practice-unconfirmed") == 1
    reviewed = [path for path in here.rglob("*.md") if "review_due: 203" in path.read_text("utf-8")]
    assert rules.count("review-overdue") == len(reviewed) == 8
    write_method(here, "2031-05-20", status="archived")
    assert "method.md" not in due("--on", "2040-01-01").stdout


@pytest.mark.parametrize("style", ["text", "json", "github", "sarif"])
def test_every_form_of_check_is_a_form_of_due(here: Path, style: str) -> None:
    write_method(here, "2031-04-30")
    result = due("--on", "2031-05-01", "--format", style)
    assert result.exit_code == 1
    assert "review-overdue" in result.stdout
    assert ("1 error, 0 warnings." in result.stderr) == (style != "text")


def test_check_never_applies_dated_rules_and_leaves_their_waivers_alone(here: Path) -> None:
    write_method(here, "2030-12-01\n# golocal: allow review-overdue: waits for the new law")
    assert CliRunner().invoke(main, ["check"]).stdout == "No findings.\n"


@pytest.mark.parametrize(
    "arguments", [(), ("--on", "tomorrow"), ("--on", "2031-02-30"), ("--on", "2031-05-01", "docs")]
)
def test_wrong_arguments_are_2(here: Path, arguments: tuple[str, ...]) -> None:
    result = due(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_outside_of_a_repository_is_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert due("--on", "2031-05-01").exit_code == 2


def test_help_shows_an_example() -> None:
    assert "golocal due --on 2027-01-31" in due("--help").stdout


@pytest.mark.parametrize("value", ["soon", "[]", "2031-13-01", "''"])
def test_what_is_no_date_is_left_to_check(here: Path, value: str) -> None:
    write_method(here, value)
    result = due("--on", "2031-05-01")
    assert (result.exit_code, result.stdout) == (0, "No findings.\n")
