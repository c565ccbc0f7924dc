"""Files of the repository that are made from the models and rules: written, or compared, by `golocal schema`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from golocal.content.fields import Vocabularies
from golocal.findings import all_rules
from golocal.findings.pages import as_markdown
from golocal.publishing.fieldguide import field_guide
from golocal.publishing.ruleindex import rule_index
from golocal.publishing.schemas import all_schemas, as_json

COMMAND = "golocal schema"
SCHEMAS = "docs/schemas"
RULES = "docs/contribute/rules"
FIELDS = "docs/contribute/fields.md"
DONE = {"changed": "written", "left over": "removed", "missing": "written"}


class Stale(NamedTuple):
    """A written file that is not as it should be: `missing`, `changed`, or `left over` from a kind or rule that is gone."""

    path: str
    state: str


def written_files(vocabularies: Vocabularies) -> dict[str, str]:
    """Text of every written file by its repository path. Raises MissingVocabulary where a model names one that is not there."""
    files = {f"{SCHEMAS}/{kind}.schema.json": as_json(schema) for kind, schema in all_schemas(vocabularies).items()}
    files[FIELDS] = field_guide(vocabularies)
    files[f"{RULES}/index.md"] = rule_index()
    for rule in all_rules():
        files[f"{RULES}/{rule.id}.md"] = as_markdown(rule)
    return files


def stale_files(root: Path, files: dict[str, str]) -> list[Stale]:
    """Where the repository differs from what should be written, by path."""
    found = [Stale(path, "left over") for path in _left_over(root, files)]
    for path, text in files.items():
        if not (root / path).is_file():
            found.append(Stale(path, "missing"))
        elif (root / path).read_bytes() != text.encode():
            found.append(Stale(path, "changed"))
    return sorted(found)


def write_files(root: Path, files: dict[str, str]) -> list[Stale]:
    """Bring the repository up to date; returns what was written or, left over, removed.

    Raises:
        OSError: a file cannot be written.
    """
    stale = stale_files(root, files)
    for path, state in stale:
        if state == "left over":
            (root / path).unlink()
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(files[path].encode())
    return stale


def _left_over(root: Path, files: dict[str, str]) -> list[str]:
    there = [*(root / SCHEMAS).glob("*.schema.json"), *(root / RULES).glob("*.md")]
    return [path for path in (file.relative_to(root).as_posix() for file in there) if path not in files]
