"""Typst lays a file out again until nothing moves. What stands in for the unknown keeps everything where it will be."""

from __future__ import annotations

from golocal.publishing.pdf.compiler import compile_pdf, compile_pictures

from .making import ROOT, source

KNOWN, DOUBT = "#let knows-places() = query(heading).len() > 0", "calc.abs(height - limit) < 0.18 * limit"


def test_pages_are_the_same_before_the_places_of_headings_and_links_are_known() -> None:
    sections = (
        f'<h2 id="s{number}">{number} {"Long title of a section " * (number % 9)}</h2><p><a href="#s0">see there</a></p>'
        for number in range(60)
    )
    text = source("".join(sections))
    settled = compile_pictures(text, ROOT)
    first = compile_pictures(_changed(text, KNOWN, "#let knows-places() = false"), ROOT)
    assert len(settled) == len(first) > 6
    differing = [number for number, (page, other) in enumerate(zip(settled, first, strict=True), 1) if page != other]
    assert differing == [2, 3], "the contents alone"


def test_what_a_table_will_measure_is_expected_well_enough() -> None:
    words = "Whoever decides about a budget asks who is left out and what it would cost to change that"
    tables = (_table(rows, words[:letters]) for rows in range(1, 18, 2) for letters in (0, 8, 30, len(words)))
    # On a page with little room left a long table begins, a short one does not.
    for text in (source("<p>Text</p>" * 25 + table) for table in tables):
        is_the_same = compile_pdf(text, ROOT) == compile_pdf(_changed(text, DOUBT, "true"), ROOT)
        assert is_the_same


def _table(rows: int, words: str) -> str:
    row = f"<tr><td>Name</td><td>{words}</td><td>{words[::2]}</td></tr>"
    head = "<th>Name</th><th>What is asked</th><th>What follows</th>"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{row * rows}</tbody></table>"


def _changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)
