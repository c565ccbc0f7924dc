"""One run of the checks over a repository: read, validate, apply every rule, honour waivers, sort."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from golocal.checks.cache import Cache, Row, rules_key, unpack
from golocal.checks.judge import apply, digest_of, judge_all
from golocal.checks.limits import MAX_DATA, MAX_OTHER, PHOTOS
from golocal.content.catalogue import Catalogue
from golocal.content.conditions import Conditions
from golocal.content.corpus import Corpus, Document, records_in
from golocal.content.lexicon import read_lexicon
from golocal.content.locations import data_kind
from golocal.findings import Finding, Rule, Scope, all_rules, sort_findings
from golocal.reading.figures import lacking, trouble_of
from golocal.reading.files import MAX_TEXT, SourceFile, list_files, read_text
from golocal.reading.images import pixels_of
from golocal.reading.settings import SETTINGS, own_addresses, read_settings
from golocal.reading.yamltree import read_yaml

CACHE = Path(".cache/check.json")
Judge = Callable[[list[str]], list[Row]]


@dataclass
class Report:
    """Result of a run: the catalogue of what was read, and the findings in order."""

    catalogue: Catalogue
    findings: list[Finding]

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity == "error" for finding in self.findings)


def check(root: Path, *, cache: Path | None = None, rules: Sequence[Rule] | None = None, keep: bool = True) -> Report:
    """Check the repository at `root`.

    Args:
        cache: file that keeps results between runs; None for a cold run.
        rules: rules to apply, all of them if None.
        keep: whether to write what is new into the cache, which takes as long as the rest of a run.

    Raises:
        SettingsUnreadable: there is a mkdocs.yml that cannot be read.
    """
    chosen = list(all_rules() if rules is None else rules)
    corpus = Corpus(list_files(root))
    texts = _readable(corpus.files)
    corpus.vocabularies = _vocabularies(root, texts)
    lexicon = read_lexicon(corpus.vocabularies, _records(root, texts, "term"))
    conditions = Conditions(corpus.vocabularies, lexicon, _own_addresses(root))
    store = Cache(cache, rules_key(conditions, [rule.id for rule in chosen]) if cache else "")
    judge = partial(judge_all, root, conditions=conditions, rules=chosen)
    findings = _read_all(root, [file.path for file in texts], corpus, store, judge)
    if keep:
        store.save()
    _read_images(root, corpus)
    catalogue = Catalogue(corpus)
    findings += apply(chosen, Scope.FILE, corpus)
    findings += apply(chosen, Scope.CATALOGUE, catalogue)
    findings += _related(chosen, catalogue)
    return Report(catalogue, sort_findings(_after_waivers(findings, corpus, chosen)))


def _readable(files: Iterable[SourceFile]) -> list[SourceFile]:
    return [
        file
        for file in files
        if not file.trouble
        and (
            (file.path.endswith(".md") and file.size <= MAX_TEXT)
            or (file.path.endswith(".yml") and file.size <= MAX_DATA)
        )
    ]


def _read_images(root: Path, corpus: Corpus) -> None:
    for file in corpus.files:
        if file.trouble or file.size > MAX_OTHER:
            continue
        if file.path.endswith(".svg"):
            data = (root / file.path).read_bytes()
            corpus.figures[file.path] = trouble_of(data)
            corpus.undescribed[file.path] = [] if corpus.figures[file.path] else lacking(data)
        elif file.path.endswith(PHOTOS):
            corpus.pixels[file.path] = pixels_of((root / file.path).read_bytes())


def read_vocabularies(root: Path) -> dict[str, dict[str, Any]]:
    """Allowed values by the name of their list, each with its entry, without a look at any other source."""
    return _vocabularies(root, _readable(list_files(root)))


def _vocabularies(root: Path, files: list[SourceFile]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for file in files:
        if data_kind(file.path) == "vocabulary":
            found.setdefault(Path(file.path).stem, {}).update(_records(root, [file], "vocabulary"))
    rights = [file for file in files if data_kind(file.path) == "right"]
    return {**found, "rights": _records(root, rights, "right")} if rights else found


def _records(root: Path, files: list[SourceFile], kind: str) -> dict[str, dict[str, Any]]:
    """All records of a kind by id, read without the model."""
    found: dict[str, dict[str, Any]] = {}
    for file in files:
        if data_kind(file.path) == kind:
            found.update(records_in(read_yaml(read_text((root / file.path).read_bytes())[0]).value))
    return found


def _own_addresses(root: Path) -> tuple[str, ...]:
    return own_addresses(read_settings(root)) if (root / SETTINGS).is_file() else ()


def _read_all(root: Path, paths: list[str], corpus: Corpus, store: Cache, judge: Judge) -> list[Finding]:
    rows = {path: store.get(path, digest_of((root / path).read_bytes())) for path in paths}
    new = [path for path in paths if rows[path] is None]
    for path, row in zip(new, judge(new), strict=True):
        store.put(path, row)
        rows[path] = row
    findings = []
    for path, known in rows.items():
        source, found = unpack(path, known or [])
        findings += found
        if isinstance(source, Document):
            corpus.documents[path] = source
        else:
            corpus.data[path] = source
    return findings


def _related(rules: list[Rule], catalogue: Catalogue) -> list[Finding]:
    return [
        finding
        for source in catalogue.corpus.sources()
        if not source.outgoing <= catalogue.settled
        for finding in apply(rules, Scope.RELATION, source, catalogue)
    ]


def _after_waivers(findings: list[Finding], corpus: Corpus, rules: list[Rule]) -> list[Finding]:
    kept, used = without_waived(findings, corpus)
    return kept + _unused_waivers(corpus, used, rules)


def without_waived(findings: list[Finding], corpus: Corpus) -> tuple[list[Finding], set[tuple[str, int, str]]]:
    """The findings that no waiver covers; and path, line and rule of those that one covers."""
    allowed = {(source.path, waiver.line + 1, waiver.rule) for source in corpus.sources() for waiver in source.waivers}
    used = set()
    kept = []
    for finding in findings:
        place = (finding.path, finding.line, finding.rule)
        if place in allowed:
            used.add(place)
        else:
            kept.append(finding)
    return kept, used


def _unused_waivers(corpus: Corpus, used: set[tuple[str, int, str]], rules: list[Rule]) -> list[Finding]:
    dated = {rule.id for rule in all_rules() if rule.scope is Scope.DATED}
    return [
        finding
        for rule in rules
        if rule.scope is Scope.WAIVER
        for source in corpus.sources()
        for waiver in source.waivers
        if waiver.rule not in dated and (source.path, waiver.line + 1, waiver.rule) not in used
        for finding in rule.check(source, waiver)
    ]
