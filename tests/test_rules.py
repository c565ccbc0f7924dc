"""Golden fixtures of the rules: tests/rules/RULE/bad-*/ with `expected.txt`, and tests/rules/RULE/valid-*/.

The files of a case are laid over a copy of the world. What cannot be committed stands in `setup.json`: `links` (path and
target), `sizes` (path and kB to which the file is filled up), `bytes` (path and bytes in hex), `names` (path and text). A case with
a day in `on.txt` is also asked what is due on that day.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from golocal.checks.due import due
from golocal.checks.run import check
from golocal.findings import Finding, Rule, all_rules, sort_findings

RULES = Path(__file__).parent / "rules"
BAD = sorted(RULES.glob("*/bad-*"))
VALID = sorted(RULES.glob("*/valid-*"))
FILLING = b" " * 19 + b"\n"


def name_of(case: Path) -> str:
    return f"{case.parent.name}/{case.name}"


def lay_over(root: Path, case: Path) -> None:
    shutil.copytree(
        case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt", "setup.json", "on.txt")
    )
    setup = case / "setup.json"
    for action, entries in json.loads(setup.read_text("utf-8")).items() if setup.is_file() else ():
        for path, value in entries.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            ACTIONS[action](root / path, value)


def link(file: Path, target: str) -> None:
    file.unlink(missing_ok=True)
    file.symlink_to(target)


def fill_up(file: Path, size: int) -> None:
    """Add blank lines after what the file holds until it has exactly so many kB."""
    start = file.read_bytes() if file.is_file() else b""
    missing = size * 1024 - len(start)
    file.write_bytes(start + (FILLING * (missing // len(FILLING) + 1))[:missing])


def write_bytes(file: Path, hexadecimal: str) -> None:
    file.write_bytes(bytes.fromhex(hexadecimal))


def write_text(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


ACTIONS: dict[str, Callable[[Path, Any], None]] = {
    "links": link,
    "sizes": fill_up,
    "bytes": write_bytes,
    "names": write_text,
}


def findings_of(case: Path, world: Path, rules: Sequence[Rule] | None = None) -> list[Finding]:
    """What the checks find, and what is due on the day of the case."""
    findings = check(world, rules=rules).findings
    day = case / "on.txt"
    if day.is_file():
        findings += due(world, date.fromisoformat(day.read_text("utf-8").strip()), rules=rules)
    return sort_findings(findings)


def line_of(finding: Finding) -> str:
    return f"{finding.path}:{finding.line}:{finding.column}: {finding.severity}[{finding.rule}]: {finding.message}"


@pytest.mark.parametrize("case", BAD, ids=name_of)
def test_bad_case_has_exactly_the_expected_findings_and_needs_its_rule(case: Path, world: Path) -> None:
    lay_over(world, case)
    expected = (case / "expected.txt").read_text("utf-8").splitlines()
    of_rule = [line for line in expected if f"[{case.parent.name}]" in line]
    assert of_rule, "an expectation without this rule proves nothing"
    assert [line_of(finding) for finding in findings_of(case, world)] == expected
    others = [rule for rule in all_rules() if rule.id != case.parent.name]
    without = [line_of(finding) for finding in findings_of(case, world, others)]
    assert without == [line for line in expected if line not in of_rule]


@pytest.mark.parametrize("case", VALID, ids=name_of)
def test_valid_case_has_no_finding(case: Path, world: Path) -> None:
    lay_over(world, case)
    assert any(case.rglob("*.*")), "an empty case proves nothing"
    assert findings_of(case, world) == []


@pytest.mark.parametrize("kind", ["bad", "valid"])
def test_every_rule_has_cases(kind: str) -> None:
    cases = {case.parent.name for case in RULES.glob(f"*/{kind}-*")}
    assert cases == {rule.id for rule in all_rules()}
