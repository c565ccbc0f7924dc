"""Converts the pages of a build. Pages that are known beforehand are converted in other processes while this one makes the next."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from typing import Any

from golocal.rendering.conversion.converted import Converted, Job, Means, convert
from golocal.rendering.conversion.store import Store

WORTH_A_PROCESS = 60
MOST_PROCESSES = 4
Key = tuple[str, str]
"""Repository path and Markdown of a page."""


class Converter:
    """Converts pages; what the store knows is taken from it.

    Pages wait in a line. Other processes take them from its end, and this one takes what it needs next, so that none is idle.
    """

    def __init__(self, means: Means, store: Store, figures_of: Callable[[str], Mapping[str, str]]) -> None:
        """`figures_of` says which figures a page shows that have no file: SVG by repository path."""
        self._means = means
        self._store = store
        self._figures_of = figures_of
        self._lock = threading.Lock()
        self._waiting: dict[Key, Job] = {}
        self._running: dict[Key, Future[Converted]] = {}
        self._ready: dict[Key, Converted] = {}
        self._pool: ProcessPoolExecutor | None = None

    def expect(self, pages: Iterable[Key]) -> None:
        """Say which pages will be asked for. Where threads of others run, no process is started: a copy of them could stand still."""
        for path, text in pages:
            job = self._job(path, text)
            kept = self._store.get(job)
            if kept:
                self._ready[path, text] = kept
            else:
                self._waiting[path, text] = job
        spare = min((os.cpu_count() or 1) - 1, MOST_PROCESSES)
        if not self._pool and spare and len(self._waiting) >= WORTH_A_PROCESS and threading.active_count() == 1:
            self._pool = ProcessPoolExecutor(spare, initializer=_begin)
        while self._pool and len(self._running) < 2 * spare and self._send_one():
            pass

    def converted(self, path: str, text: str) -> Converted:
        """A page, converted."""
        ready = self._ready.pop((path, text), None)
        if ready:
            return ready
        with self._lock:
            job = self._waiting.pop((path, text), None)
            running = self._running.pop((path, text), None)
        job = job or self._job(path, text)
        result = _result(running) if running else self._store.get(job)
        if result is None:
            result = convert(self._means, job)
        self._store.put(job, result)
        return result

    def close(self) -> None:
        """End the other processes and tidy the store."""
        with self._lock:
            self._waiting.clear()
        if self._pool:
            self._pool.shutdown()
            self._pool = None
        self._store.tidy()

    def _job(self, path: str, text: str) -> Job:
        return Job(path, text, self._figures_of(path))

    def _send_one(self, _: Any = None) -> bool:
        """Give the last page of the line to a process; say whether there was one. Each that is done asks for the next."""
        with self._lock:
            if not self._pool or not self._waiting:
                return False
            key, job = self._waiting.popitem()
            try:
                sent = self._pool.submit(convert, self._means, job)
            except RuntimeError:  # the interpreter ends, or a process has been killed
                self._waiting[key] = job
                return False
            self._running[key] = sent
        sent.add_done_callback(self._send_one)
        return True


def _result(running: Future[Converted]) -> Converted | None:
    """What a process made; None where it was killed."""
    try:
        return running.result()
    except BrokenProcessPool:
        return None


def _begin() -> None:
    """Leave signals to the process that asks, and end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
