"""What tests of builds share."""

from __future__ import annotations

from pathlib import Path

import pytest

from .building import Bench


@pytest.fixture
def bench(world: Path) -> Bench:
    return Bench(world)
