"""The workflows of the code host: valid, pinned, and with no more rights than they need."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click import Context

from golocal.commands import main

ROOT = Path(__file__).resolve().parents[2]
HOST = ROOT / ".github"
WORKFLOWS = sorted((HOST / "workflows").glob("*.yml"))
PIN = re.compile(
    r"^ *(?:- )?uses: (?P<action>[\w.-]+/[\w./-]+)@(?P<commit>[0-9a-f]{40}) # (?P<version>v\d+\.\d+\.\d+)$"
)
READS_OUR_ADDRESS = (".venv/bin/golocal check", "scripts/build")
SCHEMAS = {
    "vendor.github-workflows": "workflows/*.yml",
    "custom.github-workflows-require-timeout": "workflows/*.yml",
    "vendor.github-issue-forms": "ISSUE_TEMPLATE/[!c]*.yml",
    "vendor.github-issue-config": "ISSUE_TEMPLATE/config.yml",
    "vendor.dependabot": "dependabot.yml",
}


def run(tool: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).parent / tool, *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)


def zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    return run("zizmor", "--offline", "--no-progress", "--persona", "auditor", folder)


def read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    return content


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            yield f"{path.name}: {name}", job


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for place, job in jobs():
        yield from ((place, step) for step in job.get("steps", []))


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_follow_their_published_schema(schema: str) -> None:
    files = sorted(HOST.glob(SCHEMAS[schema]))
    assert files
    done = run("check-jsonschema", "--builtin-schema", schema, *files)
    assert done.returncode == 0, done.stdout


def test_the_schema_is_really_asked(tmp_path: Path) -> None:
    wrong = tmp_path / "check.yml"
    wrong.write_text(WORKFLOWS[0].read_text("utf-8").replace("runs-on:", "run-on:"), encoding="utf-8")
    assert run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", wrong).returncode == 1


def test_a_linter_for_security_finds_nothing() -> None:
    done = zizmor(HOST)
    assert (done.returncode, "No findings to report" in done.stdout + done.stderr) == (0, True), done.stdout


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  pull_request:", "  pull_request_target:"),
        ("@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7"),
        ("run: scripts/test", "run: echo ${{ github.event.pull_request.title }}"),
        ("permissions: {}", "permissions: write-all"),
    ],
)
def test_the_linter_sees_what_would_be_unsafe(tmp_path: Path, before: str, after: str) -> None:
    shutil.copytree(HOST, tmp_path / ".github")
    check = tmp_path / ".github/workflows/check.yml"
    text = check.read_text("utf-8")
    assert before in text
    check.write_text(text.replace(before, after), encoding="utf-8")
    assert zizmor(tmp_path / ".github").returncode > 0


def test_every_action_is_pinned_to_one_commit_with_its_version() -> None:
    pins = defaultdict(set)
    for path in WORKFLOWS:
        for line in path.read_text("utf-8").splitlines():
            if "uses:" in line and "uses: $/" not in line:
                match = PIN.match(line)
                assert match, f"{path.name}: {line.strip()}"
                pins[match["action"]].add((match["commit"], match["version"]))
    assert pins
    assert {action: found for action, found in pins.items() if len(found) > 1} == {}


def test_rights_are_given_job_by_job() -> None:
    for path in WORKFLOWS:
        assert read(path)["permissions"] == {}, path.name
    may_write = {place for place, job in jobs() if "write" in job["permissions"].values()}
    assert may_write == {"deploy.yml: deploy"}
    assert all(set(job["permissions"]) == {"contents"} for place, job in jobs() if place not in may_write)


def test_only_the_main_branch_is_deployed() -> None:
    assert read(HOST / "workflows/deploy.yml")["on"] == {"push": {"branches": ["main"]}}
    assert [place for place, job in jobs() if "environment" in job] == ["deploy.yml: deploy"]


def test_nothing_is_published_before_the_whole_suite_is_green() -> None:
    deployment, checks = read(HOST / "workflows/deploy.yml")["jobs"], read(HOST / "workflows/check.yml")
    called = {name: job["uses"] for name, job in deployment.items() if "uses" in job}
    assert called == {"checks": "$/.github/workflows/check.yml"}
    assert set(deployment["deploy"]["needs"]) == {"checks", "build"}
    assert "if" not in deployment["deploy"]
    assert "workflow_call" in checks["on"]
    assert "scripts/test" in [step.get("run") for job in checks["jobs"].values() for step in job["steps"]]


def test_proposals_are_checked_with_the_address_of_the_deployment() -> None:
    address = {"SITE_URL": "${{ vars.SITE_URL }}"}
    runs = [(place, step) for place, step in steps() if step.get("run", "").startswith(READS_OUR_ADDRESS)]
    assert [place for place, _ in runs] == ["check.yml: findings", "check.yml: preview", "deploy.yml: build"]
    assert all(step.get("env") == address for _, step in runs)


@pytest.mark.parametrize("word", ["pull_request_target", "secrets.", "workflow_run", "id-token: read"])
def test_words_that_no_workflow_needs(word: str) -> None:
    assert [path.name for path in WORKFLOWS if word in path.read_text("utf-8")] == []


def test_no_job_keeps_the_right_to_push() -> None:
    kept = [
        step.get("with", {}).get("persist-credentials") for _, step in steps() if "checkout" in step.get("uses", "")
    ]
    assert kept
    assert set(kept) == {"false"}


def test_nothing_from_outside_is_put_into_a_command() -> None:
    assert [place for place, step in steps() if "${{" in step.get("run", "")] == []


def test_every_job_ends_and_newer_runs_replace_older_ones() -> None:
    assert all(0 < int(job["timeout-minutes"]) <= 60 for _, job in jobs() if "uses" not in job)
    assert all("group" in read(path)["concurrency"] for path in WORKFLOWS)


def test_commands_are_there() -> None:
    called = [command for _, step in steps() for command in re.findall(r"scripts/\w+", step.get("run", ""))]
    assert called
    assert all((ROOT / command).is_file() for command in called)
    ours = {name for _, step in steps() for name in re.findall(r"\.venv/bin/golocal (\w+)", step.get("run", ""))}
    assert {"check"} <= ours
    assert ours <= set(main.list_commands(Context(main)))
