"""SHA256SUMS: the hashes of files that are handed on, in the form that `sha256sum --check` reads."""

from __future__ import annotations

from pathlib import Path

from golocal.publishing.folders import sha256_of

NAME = "SHA256SUMS"


def write_sums(folder: Path) -> None:
    """Write the hashes of all other files of a folder."""
    files = sorted(path for path in folder.iterdir() if path.name != NAME)
    text = "".join(f"{sha256_of(path)}  {path.name}\n" for path in files)
    (folder / NAME).write_bytes(text.encode())


def matches_sums(folder: Path) -> bool:
    """Whether every file that the hashes name is there with these bytes, and at least one is named."""
    try:
        rows = [line.split("  ", 1) for line in (folder / NAME).read_text(encoding="utf-8").splitlines()]
        return bool(rows) and all(sha256_of(folder / name) == digest for digest, name in rows)
    except (OSError, ValueError):
        return False


def differs_from_sums(file: Path) -> bool:
    """Whether hashes beside the file name it with another hash. Where none name it, nothing can be said, and the answer is no."""
    try:
        rows = [line.split("  ", 1) for line in (file.parent / NAME).read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError):
        return False
    named = {row[1]: row[0] for row in rows if len(row) == 2}
    return file.name in named and named[file.name] != sha256_of(file)
