"""`scripts/install` refuses what it does not know, before it installs anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "install"


def test_an_unknown_argument_is_2_and_tells_the_use() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "--all"], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "unknown argument --all" in done.stdout
    assert "scripts/install" in done.stdout
