"""Letters that can be printed: those that a font of the publications has. `printable.txt` lists them; `scripts/vendor` writes it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

LIST = Path(__file__).with_name("printable.txt")
SPACES = "\t\n\r"


@lru_cache
def unprintable() -> re.Pattern[str]:
    """Matches one letter that no font has."""
    ranges = [line.split("-") for line in LIST.read_text(encoding="ascii").split()]
    inside = "".join(f"\\U{first:0>8}-\\U{last:0>8}" for first, last in ranges)
    return re.compile(f"[^{SPACES}{inside}]")
