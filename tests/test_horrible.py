"""One document with many faults at once, and the whole list of what is found in it."""

from __future__ import annotations

import shutil
from pathlib import Path

from golocal.checks.run import check

HORRIBLE = Path(__file__).parent / "horrible"


def test_all_that_is_wrong_is_found_in_order(world: Path) -> None:
    shutil.copytree(HORRIBLE / "docs", world / "docs", dirs_exist_ok=True)
    found = check(world).findings
    lines = [f"{f.path}:{f.line}:{f.column}: {f.severity}[{f.rule}]: {f.message}\n  help: {f.help}" for f in found]
    assert "\n".join([*lines, ""]) == (HORRIBLE / "expected.txt").read_text("utf-8")
