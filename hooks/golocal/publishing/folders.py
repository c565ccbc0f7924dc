"""Folders of built files: listing, hashing, exchanging. Everything here works on any folder."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path


def paths_in(folder: Path) -> list[str]:
    """Paths of all files below a folder, relative to it with forward slashes, sorted. Symbolic links count as files."""
    return sorted(_walk(folder))


def _walk(folder: Path) -> Iterator[str]:
    """Without recursion: folders may nest more deeply than calls."""
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        for entry in os.scandir(folder / prefix):
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name


def sha256_of(path: Path) -> str:
    """SHA-256 of a file in hexadecimal. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def remove(path: Path) -> None:
    """Remove a file, a link or a whole folder; nothing happens where there is none."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def exchange(new: Path, place: Path, old: Path) -> None:
    """Put the folder `new` in its place by renaming; what stood there moves to `old`.

    All three stand on one file system. Should the second renaming fail, the first is undone.
    """
    remove(old)
    if place.exists() or place.is_symlink():
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise


def recover(place: Path, old: Path) -> bool:
    """Bring back what a process that was killed between two renamings had moved away; whether it was needed."""
    if place.exists() or not old.exists():
        return False
    old.rename(place)
    return True
