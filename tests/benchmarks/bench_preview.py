"""Seconds that a writer waits for `golocal serve`: from saving a practice to its page, to a finding, to the whole site.

Run it by hand: `.venv/bin/python tests/benchmarks/bench_preview.py [ROUNDS]`. It works on a copy of this repository and prints
medians; no test depends on a time.
"""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE, PLACE = "docs/practices/ghent-rental-tests.md", "practices/ghent-rental-tests/"
PORT = 8977
PATIENCE, PAUSE = 300.0, 0.02


class Writer:
    """Somebody who saves a page and looks at it.

    Attributes:
        times: seconds waited, by what was waited for.
    """

    def __init__(self, root: Path, log: Path) -> None:
        self._file = root / PAGE
        self._good = self._file.read_text(encoding="utf-8")
        self._log = log
        self.times: dict[str, list[float]] = {}

    def wait(self, name: str, holds: Callable[[], bool]) -> None:
        """Wait until it holds. Raises TimeoutError."""
        begin = time.perf_counter()
        while not holds():
            if time.perf_counter() - begin > PATIENCE:
                raise TimeoutError(f"{name}:\n{self.said()}")
            time.sleep(PAUSE)
        self.times.setdefault(name, []).append(time.perf_counter() - begin)

    def said(self) -> str:
        """What the preview has printed."""
        return self._log.read_text(encoding="utf-8")

    def save(self, text: str) -> None:
        """Save the page with a paragraph more."""
        self._file.write_text(f"{self._good}\n{text}\n", encoding="utf-8")

    def round(self, number: int) -> None:
        """Save a sentence and wait for it and for the whole site; save a mistake and wait for its finding; mend it."""
        built, sentence = self.said().count("Built in"), f"The sentence of round {number}."
        self.save(sentence)
        self.wait("page", lambda: sentence in page())
        self.wait("whole site, after the page", lambda: self.said().count("Built in") > built)
        told = self.said().count("error[link-broken]")
        self.save(f"Ask the [office of round {number}](to-nowhere.md).")
        self.wait("finding", lambda: self.said().count("error[link-broken]") > told)


def page() -> str:
    """The page as the browser gets it; empty while nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/{PLACE}", timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError):
        return ""


@contextmanager
def serving(root: Path, log: Path) -> Iterator[None]:
    """A preview of the repository; stopped at the end."""
    command = [sys.executable, "-m", "golocal.commands", "serve", "--port", str(PORT)]
    variables = {"PYTHONPATH": str(root / "hooks"), "PYTHONUNBUFFERED": "1"}
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=root, env={**os.environ, **variables}, stdout=output, stderr=output)
    try:
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE)


def main(rounds: int) -> None:
    """Serve a copy, save as often as asked, print the medians."""
    with tempfile.TemporaryDirectory() as folder:
        root, log = Path(folder) / "copy", Path(folder) / "log.txt"
        for name in ("docs", "hooks", "toolkit", "volumes"):
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
        with serving(root, log):
            writer = Writer(root, log)
            writer.wait("first build", lambda: "Look at" in writer.said())
            for number in range(rounds):
                writer.round(number)
    for name, seconds in writer.times.items():
        print(f"{name:28} {statistics.median(seconds):6.2f} s   ({min(seconds):.2f} to {max(seconds):.2f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
