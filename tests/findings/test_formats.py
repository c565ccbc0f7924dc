"""Findings as text, JSON, annotations and SARIF."""

from __future__ import annotations

import json
import random
from pathlib import Path

import jsonschema
import pytest

from golocal.findings import Finding, Severity, all_rules, rule_named, sort_findings
from golocal.findings.formats import FORMATS, as_github, as_json, as_sarif, as_text, summary, written

REPOSITORY = Path(__file__).parents[2]
SARIF = json.loads((REPOSITORY / "tests" / "vendor" / "sarif-2.1.0.json").read_text("utf-8-sig"))
BROKEN = Finding(
    "docs/about/a.md", 9, 5, "link-broken", Severity.ERROR, "the link leads to no file: `b.md`", "correct it"
)
INCOMPLETE = Finding(
    "docs/a b,c:d.md", 1, 1, "practice-incomplete", Severity.WARNING, "100% of it\nis missing", "add 1:1"
)


def test_text() -> None:
    assert as_text([INCOMPLETE._replace(message="it is missing"), BROKEN]) == (
        "docs/a b,c:d.md:1:1: warning[practice-incomplete]: it is missing\n"
        "  help: add 1:1 (docs/contribute/rules/practice-incomplete.md)\n"
        "docs/about/a.md:9:5: error[link-broken]: the link leads to no file: `b.md`\n"
        "  help: correct it (docs/contribute/rules/link-broken.md)\n"
        "1 error, 1 warning."
    )


@pytest.mark.parametrize(
    ("findings", "words"),
    [([], "No findings."), ([BROKEN], "1 error, 0 warnings."), ([BROKEN, BROKEN, INCOMPLETE], "2 errors, 1 warning.")],
)
def test_summary(findings: list[Finding], words: str) -> None:
    assert summary(findings) == words
    assert as_text(findings).splitlines()[-1] == words


def test_json_has_all_fields_and_the_page() -> None:
    rows = json.loads(as_json([BROKEN, INCOMPLETE]))
    assert rows[0] == {
        "path": "docs/about/a.md",
        "line": 9,
        "column": 5,
        "rule": "link-broken",
        "severity": "error",
        "message": "the link leads to no file: `b.md`",
        "help": "correct it",
        "page": "docs/contribute/rules/link-broken.md",
    }
    assert [row["rule"] for row in rows] == ["link-broken", "practice-incomplete"]
    assert json.loads(as_json([])) == []


def test_annotations_escape_what_would_end_them() -> None:
    assert as_github([BROKEN, INCOMPLETE]) == (
        "::error file=docs/about/a.md,line=9,col=5,title=link-broken::the link leads to no file: `b.md` correct it "
        "(docs/contribute/rules/link-broken.md)\n"
        "::warning file=docs/a b%2Cc%3Ad.md,line=1,col=1,title=practice-incomplete::100%25 of it%0Ais missing add 1:1 "
        "(docs/contribute/rules/practice-incomplete.md)"
    )
    assert as_github([]) == ""


@pytest.mark.parametrize("findings", [[], [BROKEN], [INCOMPLETE, BROKEN]], ids=["none", "one", "two"])
def test_sarif_is_valid(findings: list[Finding]) -> None:
    log = json.loads(as_sarif(findings))
    jsonschema.Draft7Validator(SARIF).validate(log)
    run = log["runs"][0]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ids == [rule.id for rule in all_rules()]
    assert {result["ruleId"] for result in run["results"]} <= set(ids)
    assert run["columnKind"] == "unicodeCodePoints"
    assert [result["level"] for result in run["results"]] == [str(finding.severity) for finding in findings]


def test_sarif_names_a_file_by_a_valid_address() -> None:
    location = json.loads(as_sarif([INCOMPLETE]))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "docs/a%20b%2Cc%3Ad.md"


@pytest.mark.parametrize("style", sorted(FORMATS))
def test_every_form_leads_to_the_page_of_the_rule(style: str) -> None:
    assert "docs/contribute/rules/link-broken.md" in written(style, [BROKEN])
    assert (REPOSITORY / rule_named("link-broken").address).is_file()


def test_sarif_has_addresses_of_pages_where_the_site_has_one() -> None:
    def rules(site: str) -> dict[str, dict[str, str]]:
        log = json.loads(written("sarif", [BROKEN], site))
        jsonschema.Draft7Validator(SARIF, format_checker=jsonschema.FormatChecker()).validate(log)
        return {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}

    assert rules("https://guide.example/town")["link-broken"]["helpUri"] == (
        "https://guide.example/town/contribute/rules/link-broken/"
    )
    assert "helpUri" not in rules("")["link-broken"]


def test_schema_refuses_what_the_standard_refuses() -> None:
    log = json.loads(as_sarif([BROKEN]))
    log["runs"][0]["results"][0]["level"] = "fatal"
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    del log["runs"][0]["tool"]["driver"]["name"]
    assert len(list(jsonschema.Draft7Validator(SARIF).iter_errors(log))) == 3


@pytest.mark.parametrize("style", sorted(FORMATS))
def test_order_of_discovery_does_not_matter(style: str) -> None:
    findings = [BROKEN._replace(line=line, column=column) for line in range(1, 12) for column in (1, 2)] * 2
    shuffled = random.Random(7).sample(findings, len(findings))
    assert FORMATS[style](sort_findings(findings)) == FORMATS[style](sort_findings(shuffled))
    assert len(sort_findings(shuffled)) == 22


def test_findings_are_sorted_by_place() -> None:
    later = BROKEN._replace(line=10, column=1)
    assert sort_findings([later, BROKEN, INCOMPLETE]) == [INCOMPLETE, BROKEN, later]
