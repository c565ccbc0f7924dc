"""`golocal schema`: what it writes, what it finds stale, and that the sources stay good."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from golocal.checks.run import check
from golocal.commands import main
from golocal.content.kinds import ALL_MODELS
from golocal.findings import all_rules
from golocal.publishing.fieldguide import rows_of
from golocal.publishing.written import FIELDS, RULES


@pytest.fixture
def root(world: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(world)
    assert run("schema").exit_code == 0
    return world


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_what_it_writes_passes_the_checks(root: Path) -> None:
    assert check(root).findings == []


def test_it_writes_every_schema_and_page(root: Path) -> None:
    written = {path.name for path in (root / "docs/schemas").iterdir()}
    assert written == {f"{kind}.schema.json" for kind in ALL_MODELS}
    pages = {path.stem for path in (root / RULES).iterdir()}
    assert pages == {"index", *(rule.id for rule in all_rules())}
    index = (root / RULES / "index.md").read_text(encoding="utf-8")
    assert all(f"[{rule.id}]({rule.id}.md)" in index for rule in all_rules())


def test_a_second_run_changes_nothing(root: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}
    assert run("schema").output.endswith("files are up to date.\n")
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()} == times
    assert run("schema", "--check").exit_code == 0


def test_check_names_stale_files_and_the_command(root: Path) -> None:
    (root / "docs/schemas/practice.schema.json").write_text("{}", encoding="utf-8")
    (root / FIELDS).unlink()
    (root / RULES / "no-such-rule.md").write_text("x", encoding="utf-8")
    result = run("schema", "--check")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "docs/contribute/fields.md: missing",
        "docs/contribute/rules/no-such-rule.md: left over",
        "docs/schemas/practice.schema.json: changed",
        "Run `golocal schema` and commit what it writes.",
    ]
    assert not (root / FIELDS).exists(), "--check writes nothing"
    run("schema")
    assert run("schema", "--check").exit_code == 0
    assert not (root / RULES / "no-such-rule.md").exists()


def test_a_new_vocabulary_entry_makes_schemas_stale(root: Path) -> None:
    with (root / "docs/data/vocabularies/themes.yml").open("a", encoding="utf-8") as file:
        file.write("a-new-theme:\n  label: A new theme\n")
    result = run("schema", "--check")
    assert result.exit_code == 1
    assert "docs/schemas/practice.schema.json: changed" in result.output


def test_a_missing_vocabulary_is_named(root: Path) -> None:
    (root / "docs/data/vocabularies/regions.yml").unlink()
    result = run("schema")
    assert result.exit_code == 2
    assert "lacks the vocabulary regions" in result.output


def test_the_field_guide_has_every_key_of_every_kind(root: Path) -> None:
    text = (root / FIELDS).read_text(encoding="utf-8")
    assert text.split("---\n")[2].strip().startswith("This page is made from the models by `golocal schema`")
    sections = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    assert sections.keys() == ALL_MODELS.keys()
    for kind, model in ALL_MODELS.items():
        for name, field in model.model_fields.items():
            row = rf"^\| `{field.alias or name}` \| {'yes' if field.is_required() else 'no'} \| .+ \| .+ \|$"
            assert re.search(row, sections[kind], re.MULTILINE), (kind, name)


def test_rule_index_has_each_area_once_with_its_rules(root: Path) -> None:
    index = (root / RULES / "index.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", index, re.MULTILINE | re.DOTALL))
    assert list(sections) == re.findall(r"^## (.+)$", index, re.MULTILINE)
    assert "Applied by `golocal due`." in sections["The life of documents"]
    assert (
        "| [link-to-ourselves](link-to-ourselves.md) | A link to our own pages is a relative path | error "
        "| the offline reader |"
    ) in sections["Links"]
    assert sum(section.count(".md) |") for section in sections.values()) == len(all_rules())


def test_rule_index_names_a_reader_for_every_rule(root: Path) -> None:
    index = (root / RULES / "index.md").read_text(encoding="utf-8")
    helped = re.findall(r"^\| \[.+ \| ([^|]+) \|$", index, re.MULTILINE)
    assert len(helped) == len(all_rules())
    assert [words for words in helped if len(words.split()) > 12] == []


def test_forms_are_in_words(world: Path) -> None:
    vocabularies = check(world, rules=[]).catalogue.corpus.vocabularies
    rows = {row.key: row for kind in ALL_MODELS for row in rows_of(kind, vocabularies)}
    assert rows["evidence.independent"].form == "`yes` or `no`"
    assert rows["changes[].date"].form == "a date such as 2026-11-23"
    assert rows["provisions.*.label"].needed
    assert rows["coordinates.latitude"].form == "a number from -90 to 90"
    assert rows["number"].form in ("a whole number", "text, at most 300 characters")
    assert all(row.form and row.meaning for row in rows.values())
