"""Fonts with the letters that are needed, and no others: a font of all Chinese letters weighs seven megabytes. Needs fonttools of the group `dev`."""

from __future__ import annotations

import subprocess
import tempfile
import unicodedata
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


def printable(fonts: Path, signs: str) -> str:
    """All letters that can be printed with a folder of fonts, as ranges of code points, one a line: what a test compares with Typst.

    A letter of a family counts only if all its cuts have it. `signs` are taken from a font that Typst brings along.
    """
    families: dict[str, set[int]] = {}
    for font in sorted(fonts.glob("*.ttf")):
        family = font.stem.partition("-400")[0].partition("-600")[0].partition("-700")[0]
        families.setdefault(family, letters_of(font)).intersection_update(letters_of(font))
    code_points = sorted({*map(ord, signs)}.union(*families.values()))
    shown = [
        code for code in code_points if unicodedata.category(chr(code))[0] != "C" and chr(code) not in "\u2028\u2029"
    ]
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in _ranges(shown))


def letters_of(font: Path) -> set[int]:
    """Code points that a font has. Raises CannotRun where it could not be read."""
    program = "import sys; from fontTools.ttLib import TTFont; print(*TTFont(sys.argv[1]).getBestCmap())"
    done = subprocess.run(
        [bootstrap.binary("python"), "-c", program, font], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CannotRun(f"{font.name} could not be read.\n{done.stderr.strip()}")
    return set(map(int, done.stdout.split()))


def _ranges(code_points: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for code in code_points:
        if found and found[-1][1] == code - 1:
            found[-1] = (found[-1][0], code)
        else:
            found.append((code, code))
    return found


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
