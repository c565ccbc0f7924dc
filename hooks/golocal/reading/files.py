"""The files of the three source folders: names, sizes, links; read as text without following any symbolic link."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from dataclasses import dataclass
from pathlib import Path

ROOTS = ("docs", "toolkit", "volumes")
THEME = "hooks/theme"
"""Folder of which MkDocs copies every file as well; only what is in trouble there is listed."""
MAX_DEPTH = 8
MAX_FILES = 50_000
MAX_TEXT = 200 * 1024


@dataclass(frozen=True)
class SourceFile:
    """A file of the source folders.

    Attributes:
        path: repository path with forward slashes.
        size: bytes.
        trouble: empty, or why it is not read: `symbolic-link`, `name-not-utf-8`, `too-deep`, `unreadable`, `not-a-file`,
            `too-many` (nothing from this folder on was listed).
    """

    path: str
    size: int
    trouble: str = ""


def list_files(root: Path) -> list[SourceFile]:
    """All files below docs/, toolkit/ and volumes/, and those in trouble below hooks/theme/, by path. Symbolic links are not followed."""
    found: list[SourceFile] = []
    for name in ROOTS:
        if (root / name).is_symlink():
            found.append(SourceFile(name, 0, "symbolic-link"))
        elif (root / name).is_dir():
            _walk(root, name, 1, found)
    theme: list[SourceFile] = []
    if (root / THEME).is_dir():
        _walk(root, THEME, 1, theme)
    return sorted([*found, *(file for file in theme if file.trouble)], key=lambda file: file.path)


def _walk(root: Path, folder: str, depth: int, found: list[SourceFile]) -> None:
    if len(found) >= MAX_FILES:
        if found[-1].trouble != "too-many":
            found.append(SourceFile(folder, 0, "too-many"))
        return
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError:
        found.append(SourceFile(folder, 0, "unreadable"))
        return
    for entry in entries:
        path = f"{folder}/{os.fsencode(entry.name).decode('utf-8', 'replace')}"
        trouble = _trouble(entry, depth)
        if trouble or entry.is_file(follow_symlinks=False):
            size = 0 if trouble else entry.stat(follow_symlinks=False).st_size
            found.append(SourceFile(path, size, trouble))
        else:
            _walk(root, path, depth + 1, found)


def _trouble(entry: os.DirEntry[str], depth: int) -> str:
    if entry.is_symlink():
        return "symbolic-link"
    if os.fsencode(entry.name).decode("utf-8", "replace") != entry.name:
        return "name-not-utf-8"
    if entry.is_dir(follow_symlinks=False):
        return "too-deep" if depth >= MAX_DEPTH else ""
    if not entry.is_file(follow_symlinks=False):
        return "not-a-file"
    return "" if os.access(entry.path, os.R_OK) else "unreadable"


def read_text(data: bytes) -> tuple[str, int]:
    """Decode UTF-8 with line breaks as `\\n`; the second value is the offset of the first wrong byte, -1 where all is well."""
    content = data.removeprefix(BOM_UTF8)
    try:
        return _plain_breaks(content.decode("utf-8")), -1
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        return _plain_breaks(content.decode("utf-8", "replace")), len(_plain_breaks(before))


def _plain_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
