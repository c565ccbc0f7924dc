"""The fingerprint changes with every input, and with nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from golocal.publishing.fingerprint import fingerprint

Write = Callable[..., Path]
SETTINGS = "site_url: !ENV [SITE_URL, '']\nplugins:\n  - offline:\n      enabled: !ENV [OFFLINE, false]\n"
FILES = {
    "docs/index.md": "a",
    "hooks/golocal/__init__.py": "b",
    "toolkit/x/index.md": "c",
    "volumes/papers-1/index.md": "d",
    "requirements/site.txt": "e",
    "pyproject.toml": "f",
    "mkdocs.yml": SETTINGS,
}


@pytest.fixture
def root(tmp_path: Path, write: Write) -> Path:
    return write(tmp_path, FILES)


@pytest.mark.parametrize("path", FILES)
def test_every_input_counts(root: Path, write: Write, path: str) -> None:
    before = fingerprint(root, {})
    write(root, {path: FILES[path] + " "})
    assert fingerprint(root, {}) != before


def test_the_name_of_a_file_and_where_it_ends_count(root: Path, write: Write) -> None:
    before = fingerprint(root, {})
    (root / "docs/index.md").rename(root / "docs/other.md")
    renamed = fingerprint(root, {})
    write(root, {"docs/other.md": "", "docs/p.md": "a"})
    assert len({before, renamed, fingerprint(root, {})}) == 3


def test_products_and_other_files_do_not_count(root: Path, write: Write) -> None:
    before = fingerprint(root, {})
    write(root, {"hooks/golocal/__pycache__/x.cpython-311.pyc": "x", "README.md": "x", "site/index.html": "x"})
    assert fingerprint(root, {}) == before


def test_only_variables_that_the_settings_ask_for_count(root: Path) -> None:
    before = fingerprint(root, {})
    assert fingerprint(root, {"HOME": "/elsewhere", "OFFLINE": "true"}) == before
    assert fingerprint(root, {"SITE_URL": "https://example.org/"}) != before
