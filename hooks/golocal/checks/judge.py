"""Judge files one by one: read, validate, apply the rules that need nothing else. Many files are shared between processes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from golocal.checks.cache import Row, pack
from golocal.content.conditions import Conditions
from golocal.content.corpus import DataFile, Document, read_data_file, read_document
from golocal.content.wording import Wording
from golocal.findings import Finding, Rule, Scope, rule_named
from golocal.reading.files import read_text
from golocal.reading.parts import Fault

WORTH_A_PROCESS = 200
CHUNK = 50


def digest_of(raw: bytes) -> str:
    """Hash of the content of a file."""
    return hashlib.blake2b(raw, digest_size=16).hexdigest()


def judge_all(root: Path, paths: Sequence[str], conditions: Conditions, rules: Iterable[Rule]) -> list[Row]:
    """Rows of the files, in the order of their paths; the same whether one process judges or several."""
    judge = partial(_judge, root, conditions, [rule.id for rule in rules])
    processes = min(os.cpu_count() or 1, 8)
    if len(paths) < WORTH_A_PROCESS or processes == 1:
        return [judge(path) for path in paths]
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(judge, paths, chunksize=CHUNK))


def _judge(root: Path, conditions: Conditions, rules: list[str], path: str) -> Row:
    raw = (root / path).read_bytes()
    source = _read(path, raw, conditions)
    findings = apply(map(rule_named, rules), Scope.SOURCE, source)
    findings += apply(map(rule_named, rules), Scope.CONFIGURED, source, conditions)
    if isinstance(source, Document):
        findings += apply(map(rule_named, rules), Scope.DOCUMENT, source)
    findings += apply(map(rule_named, rules), Scope.TEXT, source, Wording(source, conditions.lexicon))
    return pack(digest_of(raw), source, findings)


def _read(path: str, raw: bytes, conditions: Conditions) -> Document | DataFile:
    text, wrong = read_text(raw)
    source: Document | DataFile
    if path.endswith(".md"):
        source = read_document(path, text, conditions.vocabularies)
    else:
        source = read_data_file(path, text, conditions.vocabularies)
    if wrong >= 0:
        line = text.count("\n", 0, wrong) + 1
        source.faults.append(Fault("not-utf-8", line, wrong - text.rfind("\n", 0, wrong), ""))
    return source


def apply(rules: Iterable[Rule], scope: Scope, *subject: Any) -> list[Finding]:
    """Findings of the rules of one scope."""
    return [finding for rule in rules if rule.scope is scope for finding in rule.check(*subject)]
