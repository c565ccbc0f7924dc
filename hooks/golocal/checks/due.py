"""What is due on a day: documents to read again, practices to confirm. The day is an argument; nothing here asks the clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from golocal.checks.judge import apply
from golocal.checks.run import check, without_waived
from golocal.findings import Finding, Rule, Scope, all_rules, sort_findings


def due(root: Path, on: date, *, cache: Path | None = None, rules: Sequence[Rule] | None = None) -> list[Finding]:
    """Findings of the dated rules on the day `on`, in order; archived documents are never due.

    Args:
        cache: the cache of `check`; what it holds need not be read again.
        rules: rules to apply, all dated ones if None.

    Raises:
        SettingsUnreadable: there is a mkdocs.yml that cannot be read.
    """
    chosen = all_rules() if rules is None else rules
    corpus = check(root, cache=cache).catalogue.corpus
    alive = [document for document in corpus.documents.values() if document.status != "archived"]
    findings = [finding for document in alive for finding in apply(chosen, Scope.DATED, document, on)]
    return sort_findings(without_waived(findings, corpus)[0])
