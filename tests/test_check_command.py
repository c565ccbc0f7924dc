"""`golocal check`: formats, paths, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from golocal.commands import main

BAD = "See [nothing](nothing.md).\n"


@pytest.fixture
def here(world: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(world)
    return world


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def break_link(world: Path) -> None:
    with (world / "docs/about/index.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{BAD}")


def test_nothing_wrong_is_0(here: Path) -> None:
    result = run()
    assert (result.exit_code, result.stdout) == (0, "No findings.\n")


def test_an_error_is_1(here: Path) -> None:
    break_link(here)
    result = run("--no-cache")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "1 error, 0 warnings."
    assert result.stdout.startswith("docs/about/index.md:20:5: error[link-broken]: ")


def test_a_warning_is_0(here: Path) -> None:
    practice = here / "docs/practices/tarnholm-heat-fund.md"
    text = practice.read_text("utf-8").replace("status: published", "status: draft").replace("## Lessons", "## Lesson")
    practice.write_text(text, encoding="utf-8")
    (here / "docs/tasks/cold-week.md").unlink()
    result = run("docs/practices")
    assert "1 warning." in result.stdout
    assert result.exit_code == 1 if "error[" in result.stdout else result.exit_code == 0


@pytest.mark.parametrize("arguments", [("docs/nowhere",), ("--format", "pdf"), ("--unknown",), ("/",)])
def test_wrong_arguments_are_2(here: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_outside_of_a_repository_is_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.exit_code == 2
    assert "mkdocs.yml" in result.output


def test_settings_that_cannot_be_read_are_2(here: Path) -> None:
    (here / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    result = run()
    assert result.exit_code == 2
    assert result.stderr.startswith("golocal: could not run: mkdocs.yml cannot be read")
    assert "Traceback" not in result.output


def test_works_from_a_folder_inside(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_link(here)
    monkeypatch.chdir(here / "docs/about")
    assert run("index.md").exit_code == 1
    assert run("chain.svg").exit_code == 0


@pytest.mark.parametrize(("path", "code"), [("docs/about", 1), ("docs", 1), (".", 1), ("docs/tasks", 0), ("docs/a", 2)])
def test_paths_choose_what_is_reported(here: Path, path: str, code: int) -> None:
    break_link(here)
    assert run(path).exit_code == code


def test_formats_go_to_standard_output_and_the_summary_beside_it(here: Path) -> None:
    break_link(here)
    result = run("--format", "json")
    assert [row["rule"] for row in json.loads(result.stdout)] == ["link-broken"]
    assert result.stderr == "1 error, 0 warnings.\n"
    assert json.loads(run("--format", "sarif").stdout)["version"] == "2.1.0"
    assert run("--format", "github").stdout.startswith("::error file=docs/about/index.md,line=20,col=5,")


def test_two_runs_say_the_same(here: Path) -> None:
    break_link(here)
    cold, warm, uncached = run(), run(), run("--no-cache")
    assert cold.stdout == warm.stdout == uncached.stdout
