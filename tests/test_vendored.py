"""Vendored files are what their list says: each is listed, with version and licence, and has the hash of the list."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = [
    ROOT / folder
    for folder in (
        "docs/assets/vendor",
        "docs/assets/fonts",
        "hooks/golocal/publishing/pdf/fonts",
        "hooks/golocal/rendering/atlas/vendor",
        "tests/vendor",
    )
]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_vendored_files_are_listed_with_their_hash(folder: Path) -> None:
    listing = json.loads((folder / "vendor.json").read_text("utf-8"))
    hashes = {file["name"]: file["sha256"] for entry in listing for file in entry["files"]}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    found.pop("vendor.json")
    assert found == hashes
    assert all(entry["version"] and entry["licence"] and entry["why"] for entry in listing)
