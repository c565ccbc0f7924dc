"""`golocal serve`, as a person uses it: the real command on the invented world, broken and mended while it runs."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from .waiting import PATIENCE, eventually, free_port

pytestmark = pytest.mark.slow
REPOSITORY = Path(__file__).parents[2]
PAGE = "docs/tasks/cold-week.md"
BROKEN = "\nAsk the [heating office](to-nowhere.md).\n"


@dataclass
class Running:
    """A preview that runs."""

    root: Path
    port: int
    process: subprocess.Popen[bytes]
    output: Path

    def page(self, path: str = "") -> str:
        """The page at that address, also where it is an error page; empty while nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            return error.read().decode("utf-8")
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return ""

    def shows(self, text: str, path: str = "") -> bool:
        return eventually(lambda: text in self.page(path))

    def tells(self, text: str, times: int = 1) -> bool:
        return eventually(lambda: self.log().count(text) >= times)

    def log(self) -> str:
        return self.output.read_text(encoding="utf-8")

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)


@pytest.fixture
def place(world: Path) -> Path:
    """The invented world with the code and settings of this repository."""
    shutil.copytree(REPOSITORY / "hooks", world / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(REPOSITORY / "docs/assets", world / "docs/assets")
    shutil.copyfile(REPOSITORY / "mkdocs.yml", world / "mkdocs.yml")
    return world


@contextmanager
def serving(root: Path) -> Iterator[Running]:
    port, output = free_port(), root.parent / "output.txt"
    command = [sys.executable, "-m", "golocal.commands", "serve", "--port", str(port)]
    variables = {"PYTHONPATH": str(root / "hooks"), "PYTHONUNBUFFERED": "1", "TMPDIR": str(root.parent)}
    with output.open("wb") as log:
        process = subprocess.Popen(
            command, cwd=root, env={**os.environ, **variables}, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        yield Running(root, port, process, output)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def append(root: Path, text: str) -> str:
    good = (root / PAGE).read_text(encoding="utf-8")
    (root / PAGE).write_text(good + text, encoding="utf-8")
    return good


def test_broken_at_the_start_shows_the_findings_until_they_are_mended(place: Path) -> None:
    good = append(place, BROKEN)
    with serving(place) as preview:
        assert preview.shows("The site cannot be shown yet"), preview.log()
        assert "link leads to no file: `to-nowhere.md`" in preview.page()
        assert "livereload" in preview.page(), "the page has to load itself again"
        assert "link leads to no file" in preview.page("tasks/cold-week/")
        (place / PAGE).write_text(good, encoding="utf-8")
        assert preview.shows("<article", "tasks/cold-week/"), preview.log()
        assert "cannot be shown" not in preview.page()
        assert "Traceback" not in preview.log()
        assert preview.log().count(f"{PAGE}:") == 1, "each finding is told once a build"
        assert preview.stop() == 0


def test_broken_while_it_runs_leaves_the_last_pages(place: Path) -> None:
    with serving(place) as preview:
        assert preview.tells("Built in"), preview.log()
        assert preview.shows("<article", "tasks/cold-week/")
        good = append(place, BROKEN)
        assert preview.tells("error[link-broken]"), preview.log()
        assert preview.tells("The pages of the last good build stay"), preview.log()
        assert "<article" in preview.page("tasks/cold-week/")
        assert "to-nowhere" not in preview.page("tasks/cold-week/")
        (place / PAGE).write_text(f"{good}\nA sentence more.\n", encoding="utf-8")
        assert preview.shows("A sentence more.", "tasks/cold-week/"), preview.log()
        assert f": {PAGE}. The other pages follow." in preview.log()
        assert preview.tells("Built in", times=2), preview.log()
        assert "A sentence more." in preview.page("tasks/cold-week/")
        assert "Traceback" not in preview.log()
        assert preview.stop() == 0
        assert preview.log().splitlines()[-1] == "Stopped."
        assert list(place.parent.glob("golocal-*")) == [], "its folder goes with it"


def test_settings_that_break_while_it_runs_are_told(place: Path) -> None:
    with serving(place) as preview:
        assert preview.tells("Built in"), preview.log()
        good = (place / "mkdocs.yml").read_text("utf-8")
        (place / "mkdocs.yml").write_text(f"{good}\nplugins: [nowhere]\n", encoding="utf-8")
        assert preview.tells("Not built: "), preview.log()
        (place / "mkdocs.yml").write_text(good, encoding="utf-8")
        assert preview.tells("Built in", times=2), preview.log()
        assert "Traceback" not in preview.log()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_can_be_stopped_while_it_builds(place: Path, number: signal.Signals) -> None:
    with serving(place) as preview:
        assert preview.tells("Building the site"), preview.log()
        assert preview.stop(number) == 0
        assert preview.log().splitlines() == ["Building the site ...", "Stopped."]


def test_a_port_in_use_is_one_sentence(place: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "golocal.commands", "serve", "--port", str(port)],
            cwd=place,
            env={**os.environ, "PYTHONPATH": str(place / "hooks")},
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        f"Error: port {port} of 127.0.0.1: Address already in use; take another: golocal serve --port"
    )
    assert len(done.stderr.splitlines()) == 1


def test_settings_that_cannot_be_read_are_one_sentence(place: Path) -> None:
    (place / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    with serving(place) as preview:
        assert preview.process.wait(timeout=PATIENCE) == 2
        assert "mkdocs.yml" in preview.log()
        assert "Traceback" not in preview.log()
