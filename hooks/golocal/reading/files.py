"""The files of the three source folders: names, sizes, links; read as text without following any symbolic link."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOTS = ("docs", "toolkit", "volumes")
MAX_DEPTH = 8
MAX_FILES = 50_000
MAX_TEXT = 200 * 1024


@dataclass(frozen=True)
class SourceFile:
    """A file of the source folders.

    Attributes:
        path: repository path with forward slashes.
        size: bytes.
        trouble: empty, or why it cannot be read: `symbolic-link`, `too-deep`, `unreadable`, `not-a-file`.
    """

    path: str
    size: int
    trouble: str = ""


def list_files(root: Path) -> list[SourceFile]:
    """All files below docs/, toolkit/ and volumes/, sorted by path. Symbolic links are listed, never followed."""
    found: list[SourceFile] = []
    for name in ROOTS:
        if (root / name).is_symlink():
            found.append(SourceFile(name, 0, "symbolic-link"))
        elif (root / name).is_dir():
            _walk(root, name, 1, found)
    return sorted(found, key=lambda file: file.path)


def _walk(root: Path, folder: str, depth: int, found: list[SourceFile]) -> None:
    if len(found) >= MAX_FILES:
        return
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError:
        found.append(SourceFile(folder, 0, "unreadable"))
        return
    for entry in entries:
        path = f"{folder}/{os.fsencode(entry.name).decode('utf-8', 'replace')}"
        if entry.is_symlink():
            found.append(SourceFile(path, 0, "symbolic-link"))
        elif entry.is_dir(follow_symlinks=False):
            if depth >= MAX_DEPTH:
                found.append(SourceFile(path, 0, "too-deep"))
            else:
                _walk(root, path, depth + 1, found)
        elif entry.is_file(follow_symlinks=False):
            found.append(SourceFile(path, entry.stat(follow_symlinks=False).st_size))
        else:
            found.append(SourceFile(path, 0, "not-a-file"))


def read_text(data: bytes) -> tuple[str, int]:
    """Decode UTF-8 with line breaks as `\\n`; the second value is the offset of the first wrong byte, -1 where all is well."""
    try:
        text = data.decode("utf-8-sig")
        wrong = -1
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        wrong = len(data[: error.start].decode("utf-8", "replace"))
    return text.replace("\r\n", "\n").replace("\r", "\n"), wrong
