"""The Nu HTML checker of the W3C finds no error on any built page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import npm
from bootstrap import CannotRun

pytestmark = [pytest.mark.site, pytest.mark.html]
Check = Callable[[Path], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def check() -> Check:
    """Checks all HTML files of a folder in one run; skipped without Java or npm, but not in CI."""
    try:
        java = os.environ.get("JAVA") or shutil.which("java")
        if not java:
            raise CannotRun("Java is missing; on Debian: apt-get install default-jre-headless")
        checker = npm.provide(npm.HTML_CHECKER)
    except CannotRun as fault:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(fault))

    def messages(folder: Path) -> list[dict[str, Any]]:
        command = [java, "-Xss4m", "-jar", str(checker), "--format", "json", "--skip-non-html", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
        return found

    return messages


def test_no_page_has_an_error(check: Check, site_online: Path) -> None:
    found = check(site_online)
    told = [
        f"{row['url'].rpartition('/site')[-1]}:{row.get('lastLine')}: {row['message']}"
        for row in found
        if row["type"] != "info"
    ]
    assert told == []
    print(f"\nNu HTML checker: {len(list(site_online.rglob('*.html')))} pages, no errors, {len(found)} remarks")


def test_an_error_would_be_found(check: Check, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=en><title>x</title><p><div id=a></div><a id=a>y</a>"
    )
    assert "Duplicate ID" in " ".join(row["message"] for row in check(tmp_path))
