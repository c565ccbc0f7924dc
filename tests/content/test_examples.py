"""Every kind has a page with a worked example, and every example passes the checks where it says that it belongs."""

from __future__ import annotations

import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.content.kinds import ALL_MODELS, RECORD_MODELS
from golocal.content.locations import data_kind, identify
from golocal.findings import Finding
from golocal.scaffolding.examples import PAGES, Example, examples_of, page_of

ROOT = Path(__file__).resolve().parents[2]
ALL = [example for kind in ALL_MODELS for example in examples_of(ROOT, kind)]


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    """Findings by path in one copy of the sources that holds all examples."""
    root = tmp_path_factory.mktemp("examples")
    for name in ("docs", "toolkit", "volumes"):
        shutil.copytree(ROOT / name, root / name)
    for example in ALL:
        file = root / example.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(example.text, encoding="utf-8")
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in check(root).findings:
        by_path[finding.path].append(finding)
    return by_path


@pytest.mark.parametrize("kind", ALL_MODELS)
def test_every_kind_has_a_page_with_an_example(kind: str) -> None:
    assert examples_of(ROOT, kind)


def test_every_page_belongs_to_a_kind() -> None:
    assert {page.stem for page in (ROOT / PAGES).glob("*.md")} == {*ALL_MODELS, "index"}


@pytest.mark.parametrize("kind", ALL_MODELS)
def test_page_links_to_fields_and_rules_and_stands_in_the_index(kind: str) -> None:
    text = (ROOT / page_of(kind)).read_text(encoding="utf-8")
    assert f"(../fields.md#{kind})" in text
    assert "(../rules/index.md)" in text
    assert f"]({kind}.md)" in (ROOT / PAGES / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.path)
def test_example_stands_where_its_kind_belongs(example: Example) -> None:
    found = data_kind(example.path) if example.kind in RECORD_MODELS else identify(example.path).kind
    assert found == example.kind
    assert example.language == ("yaml" if example.kind in RECORD_MODELS else "markdown")
    assert not (ROOT / example.path).exists(), "an example must not have the name of a real file"


@pytest.mark.parametrize("example", [e for e in ALL if e.language == "markdown"], ids=lambda example: example.path)
def test_example_is_a_draft(example: Example) -> None:
    assert "\nstatus: draft\n" in example.text


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.path)
def test_example_has_no_finding(example: Example, findings: dict[str, list[Finding]]) -> None:
    assert findings.get(example.path, []) == []
