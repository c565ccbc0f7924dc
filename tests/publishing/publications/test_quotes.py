"""Straight marks of the sources become curved ones, across the elements of a line; code and other languages keep theirs."""

from __future__ import annotations

import pytest
from lxml import etree

from golocal.publishing.publications.quotes import set_quotes, typographic


@pytest.mark.parametrize(
    ("straight", "curved"),
    [
        ('"We treat everyone alike."', "“We treat everyone alike.”"),
        ("the town's and residents' own", "the town’s and residents’ own"),
        ("\"'human rights' is a word\"", "“‘human rights’ is a word”"),
        ('a ("b") and "c"/"d"', "a (“b”) and “c”/“d”"),
        ("since the '90s", "since the ’90s"),
        ("“curved” stays’", "“curved” stays’"),
        ("", ""),
    ],
)
def test_marks_are_curved(straight: str, curved: str) -> None:
    assert typographic(straight) == curved


def test_a_line_is_read_across_its_elements() -> None:
    tree = etree.fromstring(
        '<div><p>An <a>ombudsperson</a>\'s "<em>own</em>" rule (<a>"Gaps" 2016</a>), <code>a</code>\'s<br/>"End"</p></div>'
    )
    set_quotes(tree)
    assert "".join(map(str, tree.itertext())) == "An ombudsperson’s “own” rule (“Gaps” 2016), a’s“End”"


def test_code_and_other_languages_keep_their_marks() -> None:
    text = '<div><p><code>"a"</code> <span lang="de">"b" <em>"c"</em></span> "d"</p><pre><code>"e"</code></pre></div>'
    tree = etree.fromstring(text)
    set_quotes(tree)
    assert "".join(map(str, tree.itertext())) == '"a" "b" "c" “d”"e"'
