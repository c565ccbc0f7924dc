"""`manifest.json`: what a built tree holds, file by file, and what was checked before. It lists every file but itself."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from golocal.publishing.folders import paths_in, sha256_of

NAME = "manifest.json"


class Problem(NamedTuple):
    """Something wrong in a built tree: the path inside the tree, and a sentence."""

    path: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}: {self.text}"


@dataclass(frozen=True)
class Checked:
    """What stood behind a build.

    Attributes:
        rules: hash of the ids of all rules that ran.
        findings: number of findings, all of them warnings.
        inputs: fingerprint of all inputs of the build.
    """

    rules: str
    findings: int
    inputs: str


@dataclass(frozen=True)
class Manifest:
    """The content of a manifest.

    Attributes:
        version: version of the package that built the tree.
        offline: whether the tree is made to be opened from a disk.
        files: size in bytes and SHA-256 of each file by its path.
    """

    version: str
    offline: bool
    checked: Checked
    files: dict[str, tuple[int, str]]


class ManifestUnreadable(Exception):
    """The manifest is missing or is not one; the text says which."""


def write_manifest(folder: Path, *, version: str, offline: bool, checked: Checked) -> Manifest:
    """Write the manifest of a tree: the same tree and the same arguments give the same bytes."""
    files = {path: _facts(folder / path) for path in paths_in(folder) if path != NAME}
    manifest = Manifest(version, offline, checked, files)
    rows = ",\n".join(f"  {_json(path)}: {_json(list(facts))}" for path, facts in files.items())
    head = f'"version": {_json(version)},\n"offline": {_json(offline)},\n"checked": {_json(asdict(checked))},\n'
    text = f'{{\n{head}"files": {{\n{rows}\n}}\n}}\n'
    (folder / NAME).write_bytes(text.encode())
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a tree.

    Raises:
        ManifestUnreadable: there is none, or it does not have the form that `write_manifest` gives it.
    """
    try:
        stored = json.loads((folder / NAME).read_bytes())
        files = {str(path): (int(size), str(digest)) for path, (size, digest) in stored["files"].items()}
        return Manifest(str(stored["version"]), bool(stored["offline"]), Checked(**stored["checked"]), files)
    except OSError as error:
        raise ManifestUnreadable("there is no manifest: the tree was not built by `golocal build`") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ManifestUnreadable(
            "the manifest cannot be read: it is not in the form that `golocal build` writes"
        ) from error


def differences(folder: Path, manifest: Manifest) -> list[Problem]:
    """How a tree differs from its manifest: missing files, files too many, other sizes, other bytes."""
    there = set(paths_in(folder)) - {NAME}
    problems = [Problem(path, "the manifest names it, but it is missing") for path in manifest.files.keys() - there]
    problems += [Problem(path, "the manifest does not name it") for path in there - manifest.files.keys()]
    for path in there & manifest.files.keys():
        problems += _difference(folder / path, path, manifest.files[path])
    return sorted(problems)


def _difference(file: Path, path: str, expected: tuple[int, str]) -> list[Problem]:
    if file.is_symlink() or not file.is_file():
        return [Problem(path, "it is not a plain file")]
    size, digest = _facts(file)
    if size != expected[0]:
        return [Problem(path, f"it has {size} bytes; the manifest says {expected[0]}")]
    return [] if digest == expected[1] else [Problem(path, "its bytes are not those of the manifest (SHA-256 differs)")]


def _facts(file: Path) -> tuple[int, str]:
    return file.stat().st_size, sha256_of(file)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
