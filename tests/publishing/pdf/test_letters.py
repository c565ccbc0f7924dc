"""What the rule about letters lets through can be printed, and what it refuses cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from golocal.publishing.pdf.compiler import FONTS, compile_pdf
from golocal.publishing.pdf.text import PageRefused, literal
from golocal.reading.printable import LIST, unprintable

from .making import ROOT, source


def printable() -> list[str]:
    """All letters of the list."""
    ranges = [line.split("-") for line in LIST.read_text(encoding="ascii").split()]
    return [chr(code) for first, last in ranges for code in range(int(first, 16), int(last, 16) + 1)]


@pytest.mark.parametrize("style", ["", "#strong", "#emph", "#set text(font: sans)\n#strong", "#raw"])
def test_every_letter_of_the_list_is_printed(style: str) -> None:
    letters = printable()
    assert len(letters) > 6000
    rows = [" ".join(letters[at : at + 500]) for at in range(0, len(letters), 500)]
    texts = [f"#raw({literal(row)})" if style == "#raw" else f"{style or '#strong'}[#{literal(row)}]" for row in rows]
    compile_pdf(source("") + "\n\n".join(texts), ROOT)


@pytest.mark.parametrize("letter", ["\u0939", "\U0001f642", "\ua9b2", "\u9f98"])
def test_a_letter_that_is_not_in_the_list_is_refused_by_typst_too(letter: str) -> None:
    assert unprintable().search(letter)
    with pytest.raises(PageRefused, match="could not be displayed"):
        compile_pdf(source(f"<p>{letter}</p>"), ROOT)


def test_the_list_is_that_of_the_fonts() -> None:
    fonts = [set(TTFont(path).getBestCmap()) for path in sorted(Path(FONTS).glob("*.ttf"))]
    of_any = {chr(code) for code in set().union(*fonts)}
    assert set(printable()) - of_any <= set("☐☑☒✓✗■□●○↗"), "the other signs come from a font of Typst"
    assert not any(unprintable().search(letter) for letter in "aŁΩЯع가あ國 \n\t")
