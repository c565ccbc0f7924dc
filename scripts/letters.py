"""Fonts with the letters that are needed, and no others: a font of all Chinese letters weighs seven megabytes. Needs fonttools of the group `dev`."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import bootstrap
from bootstrap import CannotRun

KANA = [*range(0x3000, 0x3040), *range(0x3041, 0x3097), *range(0x30A0, 0x3100), *range(0xFF01, 0xFF61)]


def _rows(encoding: str, rows: Iterable[int]) -> str:
    """The letters that a national standard has in these rows of 94 places."""
    pairs = (bytes([row, cell]) for row in rows for cell in range(0xA1, 0xFF))
    return "".join(pair.decode(encoding, errors="ignore") for pair in pairs)


SETS = {
    "kana": "".join(map(chr, KANA)),
    "jis-x-0208-level-1": _rows("euc_jp", range(0xB0, 0xD0)),
    "ks-x-1001-hangul": _rows("euc_kr", range(0xB0, 0xC9)),
}
"""Sets of letters by name: Japanese syllables, the 2,965 Chinese letters that Japanese uses most, 2,350 Korean syllables."""


def wanted(names: Iterable[str], letters: str) -> str:
    """All letters of the named sets and of `letters`, sorted. Raises KeyError for an unknown set."""
    return "".join(sorted({*letters, *"".join(SETS[name] for name in names)}))


def subset(font: bytes, letters: str) -> bytes:
    """A font with these letters alone and without hinting. Raises CannotRun where it could not be made."""
    command = bootstrap.binary("pyftsubset")
    if not command.exists():
        raise CannotRun("fonttools is missing: run scripts/test once, which installs the group `dev`.")
    with tempfile.TemporaryDirectory() as folder:
        source, text, target = (Path(folder) / name for name in ("font.ttf", "letters.txt", "subset.ttf"))
        source.write_bytes(font)
        text.write_text(letters, encoding="utf-8")
        options = [f"--text-file={text}", f"--output-file={target}", "--no-hinting", "--no-recalc-timestamp"]
        done = subprocess.run([command, source, *options], capture_output=True, text=True, check=False)
        if done.returncode:
            raise CannotRun(f"the subset of a font could not be made.\n{done.stderr.strip()}")
        return target.read_bytes()
