"""Small folders that tests of publishing write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Write = Callable[[Path, Mapping[str, str | bytes]], Path]


@pytest.fixture
def write() -> Write:
    """Writes files, given as text or bytes by their path, into a folder, and returns the folder."""

    def write_all(folder: Path, files: Mapping[str, str | bytes]) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return write_all
