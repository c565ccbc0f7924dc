"""Pages come out the same whichever process converts them, and whatever happens to it."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from golocal.rendering.conversion import converter as module
from golocal.rendering.conversion.converted import Job, Means, convert
from golocal.rendering.conversion.converter import Converter
from golocal.rendering.conversion.store import Store

PAGES = [(f"docs/about/page-{number}.md", f"# Page {number}\n\n[A link](page-{number}.md).\n") for number in range(30)]


@pytest.fixture
def means(tmp_path: Path) -> Means:
    return Means(str(tmp_path), ["toc", "golocal.rendering.markdown"], {})


@pytest.fixture
def converter(means: Means, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Converter]:
    """One that uses another process for any page."""
    monkeypatch.setattr(module, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    converter = Converter(means, Store(tmp_path / "store", means), lambda path: {})
    yield converter
    converter.close()


def test_all_pages_come_out_the_same(converter: Converter, means: Means) -> None:
    converter.expect(PAGES[:20])
    converter.expect(PAGES[20:])
    for path, text in PAGES:
        assert converter.converted(path, text) == convert(means, Job(path, text, {}))


def test_a_page_that_nobody_expected_is_converted_too(converter: Converter, means: Means) -> None:
    path, text = PAGES[0]
    assert converter.converted(path, text) == convert(means, Job(path, text, {}))


def test_other_processes_do_work(converter: Converter, means: Means, monkeypatch: pytest.MonkeyPatch) -> None:
    converter.expect(PAGES)
    assert converter._pool
    monkeypatch.setattr(module, "convert", lambda means, job: pytest.fail("the other process does it"))
    last = PAGES[-1]
    assert converter.converted(*last).title == "Page 29"


def test_a_process_that_is_killed_stops_nothing(converter: Converter, means: Means) -> None:
    converter.expect(PAGES)
    assert converter._pool
    for number in list(converter._pool._processes):
        os.kill(number, signal.SIGKILL)
    for path, text in PAGES:
        assert converter.converted(path, text) == convert(means, Job(path, text, {}))


def test_the_next_build_converts_nothing(
    converter: Converter, means: Means, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    converter.expect(PAGES)
    expected = [converter.converted(path, text) for path, text in PAGES]
    monkeypatch.setattr(module, "convert", lambda means, job: pytest.fail("it is known"))
    following = Converter(means, Store(tmp_path / "store", means), lambda path: {})
    following.expect(PAGES)
    assert following._pool is None
    assert [following.converted(path, text) for path, text in PAGES] == expected


def test_an_end_in_the_middle_leaves_no_process(converter: Converter) -> None:
    converter.expect(PAGES)
    assert converter._pool
    processes = [*converter._pool._processes.values()]
    converter.close()
    assert [process.is_alive() for process in processes] == [False]
