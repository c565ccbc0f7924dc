"""What the files of a preview were at a moment, to see later which of them have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Snapshot = Mapping[Path, tuple[int, int]]
"""Time of the last change in nanoseconds and size in bytes of each file."""


def snapshot(places: Iterable[Path]) -> Snapshot:
    """All files in these places, which are files and folders."""
    found: dict[Path, tuple[int, int]] = {}
    for path in _paths(places):
        try:
            facts = path.stat()
        except OSError:  # gone while we looked, or a link to nowhere
            continue
        if not path.is_dir():
            found[path] = (facts.st_mtime_ns, facts.st_size)
    return found


def changed(before: Snapshot, now: Snapshot) -> list[Path]:
    """The files that are new, gone or other, sorted."""
    return sorted(path for path in before.keys() | now.keys() if before.get(path) != now.get(path))


def _paths(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        yield from place.rglob("*") if place.is_dir() else [place]
