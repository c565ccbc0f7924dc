"""Findings and the registry of rules: a leaf that every other step may use."""

from golocal.findings.finding import Finding, Severity, sort_findings
from golocal.findings.registry import Rule, Scope, all_rules, rule, rule_named

__all__ = ["Finding", "Rule", "Scope", "Severity", "all_rules", "rule", "rule_named", "sort_findings"]
