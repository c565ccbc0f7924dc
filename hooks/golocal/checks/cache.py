"""What was read and found per file, kept between runs. Keyed by the content of the file and by all that decides how it is judged.

The store is a line with a key and a sum, then JSON, never a pickle: a cache that came with somebody's pull request cannot run code.
"""

from __future__ import annotations

import hashlib
import json
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

from golocal.content.conditions import Conditions
from golocal.content.corpus import DataFile, Document, Outline
from golocal.content.fields import labels_of
from golocal.content.validation import ModelFault
from golocal.findings import Finding, Severity
from golocal.reading.markdown import Source
from golocal.reading.own_code import own_code
from golocal.reading.parts import Citation, CitedWork, Fault, Heading, IndicatorCode, Item, Link, Waiver
from golocal.reading.yamltree import YamlTree

Row = list[Any]

_LIBRARIES = ("pyyaml", "pydantic", "pydantic-core", "markdown")


def rules_key(conditions: Conditions, rules: list[str]) -> str:
    """Hash of the code, the libraries, the vocabularies, the words that are known, our own addresses and the names of the rules that run."""
    digest = hashlib.blake2b(own_code(), digest_size=16)
    libraries = [version(name) for name in _LIBRARIES]
    names = {name: [sorted(known), labels_of(known)] for name, known in conditions.vocabularies.items()}
    known = [platform.python_version(), libraries, names, conditions.lexicon.as_rows(), conditions.own_addresses, rules]
    digest.update(json.dumps(known, sort_keys=True).encode())
    return digest.hexdigest()


class Cache:
    """Entries of one key. A store that cannot be read counts as empty; entries that were not asked for are dropped."""

    def __init__(self, path: Path | None, key: str) -> None:
        self._path = path
        self._key = key
        self._old: dict[str, Any] = self._load()
        self._new: dict[str, Any] = {}

    def _load(self) -> dict[str, Any]:
        if self._path is None or not self._path.is_file():
            return {}
        try:
            head, _, body = self._path.read_bytes().partition(b"\n")
        except OSError:
            return {}
        return dict(json.loads(body)) if head == self._head(body) else {}

    def _head(self, body: bytes) -> bytes:
        """The first line of the store: what the rows depend on, and a sum by which damage is seen."""
        return f"{self._key} {hashlib.blake2b(body, digest_size=16).hexdigest()}".encode()

    def get(self, path: str, digest: str) -> Row | None:
        """The row of a file, if the file has not changed."""
        row: Row | None = self._old.get(path)
        if row is None or row[0] != digest:
            return None
        self._new[path] = row
        return row

    def put(self, path: str, row: Row) -> None:
        """Keep the row of a file."""
        self._new[path] = row

    def save(self) -> None:
        """Write the store if anything changed; a store that cannot be written is not an error."""
        if self._path is None or self._unchanged():
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            aside = self._path.with_suffix(".new")
            body = json.dumps(self._new, ensure_ascii=False).encode("utf-8")
            aside.write_bytes(self._head(body) + b"\n" + body)
            aside.replace(self._path)
        except (OSError, UnicodeError):
            return

    def _unchanged(self) -> bool:
        return self._new.keys() == self._old.keys() and all(self._new[path] is self._old[path] for path in self._new)


def _pack_tree(tree: YamlTree) -> list[Any]:
    return [
        tree.value,
        [[*path_and_mark] for path_and_mark in tree.marks.items()],
        [*map(list, tree.key_marks.items())],
    ]


def _tree(packed: list[Any], faults: list[Fault]) -> YamlTree:
    value, marks, key_marks = packed
    return YamlTree(value, _marks(marks), _marks(key_marks), faults)


def _marks(rows: list[Any]) -> dict[Any, tuple[int, int]]:
    return {tuple(path): (mark[0], mark[1]) for path, mark in rows}


def pack(digest: str, source: Document | DataFile, findings: list[Finding]) -> Row:
    """A source and its findings as a row of the store: digest, findings, outline, and the rest as JSON text that is read on demand."""
    if isinstance(source, Document):
        known, packed = [source.front, sorted(source.anchors)], _pack_document(source)
    else:
        known, packed = [source.records, []], _pack_data(source)
    return [digest, findings, [*known, sorted(source.outgoing), source.waivers], json.dumps(packed, ensure_ascii=False)]


def unpack(path: str, row: Row) -> tuple[Document | DataFile, list[Finding]]:
    """A source and its findings from a row of the store."""
    _, findings, (front, anchors, outgoing, waivers), packed = row
    found = [Finding._make(finding)._replace(severity=Severity(finding[4])) for finding in findings]
    outline = Outline(front, frozenset(anchors), frozenset(outgoing), [Waiver(*waiver) for waiver in waivers])
    if path.endswith(".md"):
        return Document(path, outline, lambda: _unpack_document(packed)), found
    return DataFile(path, outline, lambda: _unpack_data(packed)), found


def _pack_document(document: Document) -> list[Any]:
    source = document.source
    parts = [source.headings, source.links, source.citations, source.items, source.codes, source.waivers, source.faults]
    return [source.body, _pack_tree(source.front), *parts, document.model_faults]


def _unpack_document(packed: str) -> tuple[Source, list[ModelFault]]:
    body, front, headings, links, citations, items, codes, waivers, faults, model_faults = json.loads(packed)
    source = Source("", body=body, front=_tree(front, []))
    source.headings = [Heading(*row) for row in headings]
    source.links = [Link(*row) for row in links]
    source.citations = [Citation(row[0], row[1], tuple(CitedWork(*work) for work in row[2])) for row in citations]
    source.items = [Item._make(row)._replace(details=tuple((term, text) for term, text in row[5])) for row in items]
    source.codes = [IndicatorCode(*row) for row in codes]
    source.waivers = [Waiver(*row) for row in waivers]
    source.faults = [Fault(*row) for row in faults]
    return source, [ModelFault(*row) for row in model_faults]


def _pack_data(data: DataFile) -> list[Any]:
    return [_pack_tree(data.tree), data.tree.faults, data.model_faults]


def _unpack_data(packed: str) -> tuple[YamlTree, list[ModelFault]]:
    tree, faults, model_faults = json.loads(packed)
    return _tree(tree, [Fault(*row) for row in faults]), [ModelFault(*row) for row in model_faults]
