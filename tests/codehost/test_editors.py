"""What VS Code is told: its problem matcher reads the real output of a check, and every data file gets its schema."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click import Context
from click.testing import CliRunner

from golocal.checks.run import check
from golocal.commands import main
from golocal.content.kinds import ALL_MODELS
from golocal.content.locations import DATA_KINDS, data_kind

ROOT = Path(__file__).resolve().parents[2]
FIELDS = ("file", "line", "column", "severity", "code")


def settings(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((ROOT / ".vscode" / name).read_text("utf-8"))
    return content


def task(label: str) -> dict[str, Any]:
    return next(task for task in settings("tasks.json")["tasks"] if task["label"] == label)


def problems(output: str) -> list[dict[str, str]]:
    """Problems as VS Code reads them: the patterns match lines that follow one another, and messages add up."""
    first, second = task("golocal check")["problemMatcher"]["pattern"]
    lines = output.splitlines()
    found = []
    for line, following in pairwise(lines):
        match, help = re.search(first["regexp"], line), re.search(second["regexp"], following)
        if match and help:
            problem = {field: match[first[field]] for field in FIELDS}
            found.append({**problem, "message": f"{match[first['message']]}\n{help[second['message']]}"})
    return found


@pytest.fixture
def faulty(world: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(world)
    (world / "docs/about/a: b [x].md").write_text("Text\n", encoding="utf-8")
    with (world / "docs/about/index.md").open("a", encoding="utf-8") as file:
        file.write("\n[gone](gone.md): 1:2: error[no]: not this\n\n#### Too deep\n")
    practice = world / "docs/practices/tarnholm-heat-fund.md"
    practice.write_text(practice.read_text("utf-8").replace("## Lessons", "## Lesson"), encoding="utf-8")
    task = world / "docs/tasks/draft-task.md"
    task.rename(world / "docs/practices/draft.md")
    return world


def test_the_problem_matcher_reads_what_a_check_prints(faulty: Path) -> None:
    result = CliRunner().invoke(main, task("golocal check")["args"])
    wanted = [
        {
            "file": finding.path,
            "line": str(finding.line),
            "column": str(finding.column),
            "severity": str(finding.severity),
            "code": finding.rule,
        }
        for finding in check(faulty).findings
    ]
    got = problems(result.stdout)
    assert [{field: problem[field] for field in FIELDS} for problem in got] == wanted
    assert {problem["severity"] for problem in got} == {"error", "warning"}
    assert any("the link leads to no file: `gone.md`\nthe closest files are" in problem["message"] for problem in got)


def test_the_matcher_looks_for_files_in_the_folder_of_the_repository() -> None:
    assert task("golocal check")["problemMatcher"]["fileLocation"] == ["relative", "${workspaceFolder}"]


@pytest.mark.parametrize("label", ["golocal check", "golocal serve"])
def test_tasks_run_commands_that_exist(label: str) -> None:
    assert task(label)["args"][0] in main.list_commands(Context(main))
    assert task(label)["command"].endswith("/.venv/bin/golocal")
    assert task(label)["windows"]["command"].endswith("\\golocal.exe")


def test_every_kind_of_data_file_has_its_schema() -> None:
    schemas = settings("settings.json")["yaml.schemas"]
    kinds = {Path(schema).name.removesuffix(".schema.json"): pattern for schema, pattern in schemas.items()}
    assert kinds == {kind: f"docs/data/{folder}/*.yml" for folder, kind in DATA_KINDS.items()}
    assert kinds.keys() <= ALL_MODELS.keys()
    for schema, pattern in schemas.items():
        assert (ROOT / schema).is_file()
        files = list(ROOT.glob(pattern))
        assert files
        assert {data_kind(file.relative_to(ROOT).as_posix()) for file in files} == {Path(schema).name.split(".")[0]}
