"""The fingerprint of everything that decides how the built site looks: equal fingerprint, equal site."""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from golocal.publishing.folders import paths_in

FOLDERS = ("docs", "hooks", "toolkit", "volumes")
FILES = ("mkdocs.yml", "pyproject.toml")
MAX_READ = 64 * 1024 * 1024
"""Bytes; the checks take no file of that size."""
SET_BY_THE_BUILD = frozenset({"OFFLINE"})
_ENVIRONMENT_NAMES = re.compile(r"!ENV\s+\[?\s*([A-Z][A-Z0-9_, ]*)")


def fingerprint(root: Path, environment: Mapping[str, str] | None = None) -> str:
    """Hash over all inputs of a build: sources, code, settings, locked packages, variables that mkdocs.yml asks for.

    Args:
        environment: environment variables; those of the process if None.

    Raises:
        OSError: an input cannot be read.
    """
    digest = hashlib.blake2b(digest_size=16)
    for path in _inputs(root):
        content = _content(root / path)
        digest.update(f"{path}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        digest.update(content)
    digest.update(json.dumps(_variables(root, os.environ if environment is None else environment)).encode())
    return digest.hexdigest()


def _content(file: Path) -> bytes:
    """What decides about the site: bytes of a file, target of a link. What the checks refuse unread is not read here either."""
    facts = file.lstat()
    if stat.S_ISLNK(facts.st_mode):
        return os.fsencode(file.readlink())
    if not stat.S_ISREG(facts.st_mode) or facts.st_size > MAX_READ:
        return f"{stat.S_IFMT(facts.st_mode)} {facts.st_size} {facts.st_mtime_ns}".encode()
    return file.read_bytes()


def _inputs(root: Path) -> Iterator[str]:
    for folder in FOLDERS:
        if (root / folder).is_dir():
            yield from (f"{folder}/{path}" for path in paths_in(root / folder) if not _is_by_product(path))
    yield from (name for name in FILES if (root / name).is_file())
    yield from sorted(f"requirements/{file.name}" for file in (root / "requirements").glob("*.txt"))


def _is_by_product(path: str) -> bool:
    return path.endswith(".pyc") or "__pycache__/" in path


def _variables(root: Path, environment: Mapping[str, str]) -> dict[str, str | None]:
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    names = {name.strip() for found in _ENVIRONMENT_NAMES.findall(text) for name in found.split(",")}
    return {name: environment.get(name) for name in sorted(names - SET_BY_THE_BUILD - {""})}
