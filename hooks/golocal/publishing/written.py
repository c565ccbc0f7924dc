"""Files of the repository that are made from the models and rules: written, or compared, by `golocal schema`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from golocal.content.fields import Vocabularies
from golocal.findings import Rule, Scope, Severity, all_rules
from golocal.findings.pages import as_markdown
from golocal.publishing.fieldguide import field_guide, front_matter
from golocal.publishing.schemas import all_schemas, as_json

COMMAND = "golocal schema"
SCHEMAS = "docs/schemas"
RULES = "docs/contribute/rules"
FIELDS = "docs/contribute/fields.md"
DONE = {"changed": "written", "left over": "removed", "missing": "written"}

READS = {
    Scope.FILE: "names and sizes of files",
    Scope.SOURCE: "one text or data file",
    Scope.DOCUMENT: "one text",
    Scope.TEXT: "the words of one text or data file, and those of the glossary and the vocabularies",
    Scope.RELATION: "one text or data file, and the records that it names",
    Scope.CATALOGUE: "relations between all files",
    Scope.WAIVER: "exceptions",
}
_SUMMARY = "All rules that the sources are checked by: what each of them reads, and how a finding weighs."
_INTRODUCTION = f"""\
This page and the pages of the rules are made from the code of the rules by `{COMMAND}`; do not edit them.

Every finding of `golocal check` names one of these rules. An error stops the build; a warning does not.

| Rule | What it asks for | Reads | Severity |
| --- | --- | --- | --- |"""


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


def rule_index() -> str:
    """The page that lists all rules."""
    rows = [
        f"| [{rule.id}]({rule.id}.md) | {rule.title.replace('|', ' ')} | {READS[rule.scope]} | {severity_in_words(rule)} |"
        for rule in all_rules()
    ]
    return "\n".join([front_matter("Rules", _SUMMARY), _INTRODUCTION, *rows, ""])


def severity_in_words(rule: Rule) -> str:
    """How a finding of the rule weighs, with the difference that the status of the text makes."""
    if rule.settled == rule.draft:
        return str(rule.settled)
    return f"{rule.settled}; in drafts {rule.draft}" if rule.draft is Severity.WARNING else f"{rule.settled}"


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
