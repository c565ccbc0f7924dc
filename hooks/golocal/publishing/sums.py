"""SHA256SUMS: the hashes of files that are handed on, in the form that `sha256sum --check` reads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from golocal.publishing.folders import sha256_of
from golocal.publishing.manifest import Problem

NAME = "SHA256SUMS"
OTHER_BYTES = f"its bytes are not those that {NAME} names: fetch it again"


@dataclass(frozen=True)
class Compared:
    """A folder of downloads beside its hashes.

    Attributes:
        same: number of files whose bytes are those of the hashes.
        absent: number of files that the hashes name and nobody fetched.
        problems: files with other bytes, and files that the hashes do not name.
    """

    same: int
    absent: int
    problems: list[Problem]


def write_sums(folder: Path) -> None:
    """Write the hashes of all other files of a folder."""
    files = sorted(path for path in folder.iterdir() if path.name != NAME)
    text = "".join(f"{sha256_of(path)}  {path.name}\n" for path in files)
    (folder / NAME).write_bytes(text.encode())


def sums_in(folder: Path) -> dict[str, str]:
    """Hashes in hexadecimal by the names of files; empty where the folder has none, or none that can be read."""
    try:
        rows = [line.split(maxsplit=1) for line in (folder / NAME).read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError):
        return {}
    return {row[1].removeprefix("*"): row[0].lower() for row in rows if len(row) == 2}


def matches_sums(folder: Path) -> bool:
    """Whether every file that the hashes name is there with these bytes, and at least one is named."""
    compared = compare(folder)
    return compared.same > 0 and not (compared.absent or compared.problems)


def compare(folder: Path) -> Compared:
    """All files of a folder of downloads beside the hashes that lie with them. Raises OSError where a file cannot be read."""
    named = sums_in(folder)
    there = {path.name: path for path in sorted(folder.iterdir()) if path.name != NAME and path.is_file()}
    other = [
        Problem(name, OTHER_BYTES) for name in there.keys() & named.keys() if sha256_of(there[name]) != named[name]
    ]
    foreign = [Problem(name, f"{NAME} does not name it") for name in there.keys() - named.keys()]
    same = len(there.keys() & named.keys()) - len(other)
    return Compared(same, len(named.keys() - there.keys()), sorted([*other, *foreign]))


def differs_from_sums(file: Path) -> bool | None:
    """Whether hashes beside the file name it with another hash; None where none name it, so that nothing can be said."""
    expected = sums_in(file.parent).get(file.name)
    return sha256_of(file) != expected if expected else None
