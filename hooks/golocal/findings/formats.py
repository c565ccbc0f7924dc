"""Findings as text, JSON, annotations of the code host, and SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urljoin

from golocal import __version__
from golocal.findings.finding import Finding
from golocal.findings.registry import Rule, all_rules, rule_named


def as_text(findings: Sequence[Finding]) -> str:
    """One block a finding: `path:line:col: severity[rule]: sentence`, then `help:`; a count at the end."""
    blocks = [
        f"{f.path}:{f.line}:{f.column}: {f.severity}[{f.rule}]: {f.message}\n"
        f"  help: {f.help} ({rule_named(f.rule).address})"
        for f in findings
    ]
    return "\n".join([*blocks, summary(findings)])


def summary(findings: Sequence[Finding]) -> str:
    """The count in words, for the last line."""
    errors = sum(f.severity == "error" for f in findings)
    warnings = len(findings) - errors
    if not findings:
        return "No findings."
    return f"{errors} {'error' if errors == 1 else 'errors'}, {warnings} {'warning' if warnings == 1 else 'warnings'}."


def as_json(findings: Sequence[Finding]) -> str:
    """A JSON array of objects with the fields of `Finding` and the rule's page."""
    rows = [{**f._asdict(), "page": rule_named(f.rule).address} for f in findings]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands that the code host shows as annotations beside the line."""
    return "\n".join(
        f"::{f.severity} file={_property(f.path)},line={f.line},col={f.column},title={_property(f.rule)}"
        f"::{_data(f'{f.message} {f.help} ({rule_named(f.rule).address})')}"
        for f in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(findings: Sequence[Finding], site: str = "") -> str:
    """A SARIF 2.1.0 log with one run; rules carry their title and page.

    Args:
        site: address of the published site; with one, each rule also has the address of its page there.
    """
    driver = {
        "name": "golocal",
        "version": __version__,
        "rules": [_sarif_rule(rule, site) for rule in all_rules()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(f) for f in findings],
    }
    log = {"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif_rule(rule: Rule, site: str) -> dict[str, Any]:
    known: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "help": {"text": f"{rule.page.strip()}\n\nPage: {rule.address}"},
        "properties": {"page": rule.address},
    }
    # The standard asks for an absolute address, so there is none as long as the site has no address.
    return {**known, "helpUri": urljoin(f"{site.rstrip('/')}/", rule.web_path)} if site else known


def _sarif_result(f: Finding) -> dict[str, Any]:
    region = {"startLine": f.line, "startColumn": f.column}
    return {
        "ruleId": f.rule,
        "level": str(f.severity),
        "message": {"text": f"{f.message} {f.help}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(f.path)}, "region": region}}],
    }


def written(style: str, findings: Sequence[Finding], site: str = "") -> str:
    """Findings in one of `FORMATS`; `site` is the address of the published site, empty where there is none."""
    return as_sarif(findings, site) if style == "sarif" else FORMATS[style](findings)


FORMATS = {"text": as_text, "json": as_json, "github": as_github, "sarif": as_sarif}
