"""`mkdocs serve`: a change is seen at once; a mistake leaves the last pages standing and is told in one line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .waiting import PATIENCE, eventually, free_port

pytestmark = [pytest.mark.site, pytest.mark.slow]


@dataclass
class Preview:
    """A running preview.

    Attributes:
        root: the repository that it shows; free to change.
        address: of the site, with a closing slash.
        log: what it printed.
    """

    root: Path
    address: str
    log: Path

    def page(self, path: str) -> str:
        """The page at that address, or an empty text while there is none."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return ""

    def shows(self, path: str, text: str) -> bool:
        """Whether the page holds the text within the time that an editor waits."""
        return eventually(lambda: text in self.page(path))

    def tells(self, text: str) -> bool:
        """Whether the text is printed within the time that an editor waits."""
        return eventually(lambda: text in self.log.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def preview(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a copy, stopped at the end."""
    root = tmp_path_factory.mktemp("preview") / "copy"
    shutil.copytree(repository, root, ignore=shutil.ignore_patterns("__pycache__"))
    log, port = root.parent / "log.txt", free_port()
    variables = {"PYTHONPATH": str(root / "hooks"), "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("w") as output:
        server = subprocess.Popen(
            command, cwd=root, env={**os.environ, **variables}, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        shown = Preview(root, f"http://127.0.0.1:{port}/", log)
        assert eventually(lambda: bool(shown.page("")), 60), log.read_text(encoding="utf-8")
        yield shown
    finally:
        server.terminate()
        server.wait(timeout=10)


def content(page: str) -> str:
    return page.partition("<article")[2].partition("</article>")[0]


def append(root: Path, path: str, text: str) -> None:
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.mark.parametrize(
    ("path", "address"), [("toolkit/index.md", "toolkit/"), ("docs/practices/index.md", "practices/")]
)
def test_a_change_is_shown(preview: Preview, path: str, address: str) -> None:
    sentence = f"A sentence that was added to {path.rpartition('.')[0]}."
    assert sentence not in preview.page(address)
    append(preview.root, path, f"\n{sentence}\n")
    assert preview.shows(address, sentence)


def test_a_mistake_is_told_and_the_last_pages_stay(preview: Preview) -> None:
    page = preview.root / "docs/tasks/index.md"
    good = page.read_text(encoding="utf-8")
    before = preview.page("tasks/")
    page.write_text(f"{good}\nA [link](to-nowhere.md).\n", encoding="utf-8")
    assert preview.tells("error[link-broken]")
    assert preview.tells("the last good build")
    assert content(preview.page("tasks/")) == content(before)
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")
    page.write_text(f"{good}\nThe link is gone again.\n", encoding="utf-8")
    assert preview.shows("tasks/", "The link is gone again.")
