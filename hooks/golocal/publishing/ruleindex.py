"""The page that lists all rules by area: the state that each asks for, how a finding weighs, whom it helps."""

from __future__ import annotations

import re
import sys
from itertools import groupby

from golocal.findings import Rule, Severity, all_rules
from golocal.findings.pages import read_page
from golocal.publishing.fieldguide import front_matter

_SUMMARY = "All rules that the sources are checked by, area by area: the state that each asks for, and whom it helps."
_INTRODUCTION = """\
This page and the pages of the rules are made from the code of the rules by `golocal schema`; do not edit them.

Every finding names one of these rules and leads to its page. An error stops the build; a warning does not.
"""
_TABLE = "| Rule | What it asks for | Severity | Helps |\n| --- | --- | --- | --- |"
_AREA = re.compile(r"Rules about (?P<name>[^,.]+)(?:, (?P<rest>[^\n]+))?")
_HELPED = re.compile(r"[,;:.]| (?:who|whose|that|when|which|to whom|where) ")


def rule_index() -> str:
    """The page as a Markdown document of the kind page."""
    by_area = groupby(sorted(all_rules(), key=lambda rule: (rule.area, rule.id)), key=lambda rule: rule.area)
    sections = [_section(area, list(rules)) for area, rules in by_area]
    return "\n".join([front_matter("Rules", _SUMMARY), _INTRODUCTION, *sections])


def area_of(package: str) -> tuple[str, str]:
    """Name of an area and a remark, which may be empty, from the docstring of its package: "Rules about NAME, REMARK."."""
    match = _AREA.match(sys.modules[package].__doc__ or "")
    if match is None:
        raise ValueError(f"the docstring of {package} does not begin with 'Rules about'")
    name, rest = match["name"].strip(), match["rest"] or ""
    return name[:1].upper() + name[1:], rest[:1].upper() + rest[1:]


def helped(rule: Rule) -> str:
    """Whom the rule helps, in a word: the first reader that its page names."""
    return _HELPED.split(read_page(rule).helps)[0]


def severity_in_words(rule: Rule) -> str:
    """How a finding of the rule weighs, with the difference that the status of the text makes."""
    if rule.settled == rule.draft:
        return str(rule.settled)
    return f"{rule.settled}; in drafts {rule.draft}" if rule.draft is Severity.WARNING else f"{rule.settled}"


def _section(area: str, rules: list[Rule]) -> str:
    name, remark = area_of(area)
    rows = [
        f"| [{rule.id}]({rule.id}.md) | {rule.title.replace('|', ' ')} | {severity_in_words(rule)} | {helped(rule)} |"
        for rule in rules
    ]
    return "\n".join([f"## {name}\n", *([f"{remark}\n"] if remark else []), _TABLE, *rows, ""])
