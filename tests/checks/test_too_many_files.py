"""A repository with too many files says so; nothing is left out in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.reading import files


def test_the_first_folder_that_was_not_read_is_named(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILES", 10)
    named = [finding for finding in check(world).findings if "none was read" in finding.message]
    assert [finding.rule for finding in named] == ["file-too-large"] * len(named)
    assert 1 <= len(named) <= 3
