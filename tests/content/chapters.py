"""What tests of the figures in a chapter share: its pages as one line each, and how shares are printed."""

from __future__ import annotations

import re
from pathlib import Path

TOOLKIT = Path(__file__).resolve().parents[2] / "toolkit"


class Pages:
    """The pages of one chapter."""

    def __init__(self, chapter: str) -> None:
        self.folder = TOOLKIT / chapter

    def text_of(self, name: str) -> str:
        """The page with every run of white space as one blank."""
        return re.sub(r"\s+", " ", (self.folder / name).read_text(encoding="utf-8"))

    def assert_says(self, name: str, fragment: str) -> None:
        """Fail if the page does not hold the fragment."""
        assert fragment in self.text_of(name), f"{name} does not say: {fragment}"


def pct(share: float) -> str:
    """A share as a percentage with one decimal."""
    return f"{100 * share:.1f}"
