"""A draft of any kind: made in memory, judged by the rules, and only then written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from golocal.checks.judge import apply
from golocal.content.corpus import DataFile, Document, read_data_file, read_document
from golocal.findings import Scope, Severity, all_rules
from golocal.publishing.fieldguide import Row, rows_of
from golocal.reading.files import read_text
from golocal.scaffolding import datafile
from golocal.scaffolding.blanks import Setting
from golocal.scaffolding.body import body
from golocal.scaffolding.facts import given_facts, known_facts
from golocal.scaffolding.keys import Value, open_rows, yaml_lines
from golocal.scaffolding.places import is_document
from golocal.scaffolding.refusal import Refused


class Draft(NamedTuple):
    """A file as it will be.

    Attributes:
        line: where the new document or record begins.
        content: all bytes of the file, with what stands there before.
        kept: how many of these bytes stand there before.
    """

    id: str
    path: str
    line: int
    content: bytes
    kept: int = 0


class Drafting(NamedTuple):
    """Where drafts are made.

    Attributes:
        bare: leave out the comments about keys that are not needed.
    """

    root: Path
    setting: Setting
    bare: bool = False

    def rows(self, kind: str) -> list[Row]:
        """All keys of a kind."""
        return rows_of(kind, self.setting.catalogue.corpus.vocabularies)

    def open_rows(self, kind: str, id: str, given: Mapping[str, str]) -> list[Row]:
        """Keys that are needed, that nobody has given and nothing tells. Raises Refused for a key that is unknown."""
        rows = self.rows(kind)
        return open_rows(rows, self._facts(kind, id, rows, given))

    def _facts(self, kind: str, id: str, rows: Sequence[Row], given: Mapping[str, str]) -> dict[str, Value]:
        known = known_facts(kind, id, rows, self.setting.on, self.setting.catalogue)
        return known | given_facts(given, kind, rows)

    def draft(self, kind: str, id: str, path: str, given: Mapping[str, str]) -> Draft:
        """The draft. Raises Refused where a rule finds an error in it: a fact that was given is not accepted."""
        rows = self.rows(kind)
        lines = list(yaml_lines(rows, self._facts(kind, id, rows, given), self.setting, bare=self.bare))
        if is_document(kind):
            text = "\n".join(["---", *lines, "---", "", body(self.root, kind, path)])
            made = Draft(id, path, 1, text.encode())
        else:
            made = Draft(id, path, *datafile.with_record(self.root / path, id, lines))
        self._require_accepted(made)
        return made

    def _require_accepted(self, made: Draft) -> None:
        text, _ = read_text(made.content)
        source: Document | DataFile
        vocabularies = self.setting.catalogue.corpus.vocabularies
        if made.path.endswith(".md"):
            source = read_document(made.path, text, vocabularies)
        else:
            source = read_data_file(made.path, text, vocabularies)
        errors = [
            finding
            for finding in apply(all_rules(), Scope.SOURCE, source)
            if finding.severity is Severity.ERROR and finding.line >= made.line
        ]
        if errors:
            raise Refused("; ".join(f"{finding.message}, {finding.help}" for finding in errors))


def write(root: Path, draft: Draft) -> None:
    """Begin the file, or add to its end; what stands there is never written anew.

    Raises:
        Refused: the file has changed since the draft was made, or a symbolic link leads there.
        OSError: the file cannot be written.
    """
    place = root / draft.path
    if any(part.is_symlink() for part in (place, *place.parents) if part.is_relative_to(root) and part != root):
        raise Refused(f"a symbolic link stands on the way to {draft.path}; nothing was changed")
    place.parent.mkdir(parents=True, exist_ok=True)
    if (place.stat().st_size if place.exists() else 0) != draft.kept:
        raise Refused(f"{draft.path} has changed meanwhile; nothing was written")
    with place.open("ab") as file:
        file.write(draft.content[draft.kept :])
