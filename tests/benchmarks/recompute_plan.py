"""Does another program compute what the plan workbook says? `python tests/benchmarks/recompute_plan.py`. Needs LibreOffice; not in CI.

It makes the workbook from this repository, lets LibreOffice compute every formula anew, and compares with the values that were written.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

from golocal.checks.run import check
from golocal.publishing.data.files import write_data
from golocal.reading.settings import read_settings
from golocal.rendering.identity import identity_of
from golocal.rendering.opendata import PLAN

ROOT = Path(__file__).resolve().parents[2]
ALWAYS_COMPUTE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
    "<value>0</value></prop></item></oor:items>"
)


def recomputed(path: Path, folder: Path) -> Path:
    """The workbook as LibreOffice writes it after computing every formula."""
    settings = folder / "profile/user/registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(ALWAYS_COMPUTE, encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=120)
    return folder / path.name


def differences(path: Path, again: Path) -> tuple[int, list[str]]:
    """Number of formulas, and those whose value differs."""
    formulas, said = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    computed = openpyxl.load_workbook(again, data_only=True)
    count, found = 0, []
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")):
            count += 1
            ours, theirs = (book[sheet.title][cell.coordinate].value or "" for book in (said, computed))
            if not alike(ours, theirs):
                found.append(f"{sheet.title}!{cell.coordinate}: {ours!r}, computed {theirs!r}")
    return count, found


def alike(ours: object, theirs: object) -> bool:
    """Whether two values are the same, numbers but for the last digits."""
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return abs(ours - theirs) < 1e-9
    return ours == theirs


def main() -> int:
    """Print the comparison; 1 where a value differs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_data(check(ROOT).catalogue, identity_of(read_settings(ROOT)), folder / "data")
        count, found = differences(folder / "data" / PLAN, recomputed(folder / "data" / PLAN, folder))
    print("\n".join([*found, f"{count} formulas, {len(found)} differ"]))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
