"""British and American spellings, and plurals without an s, have one stem; other words keep theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golocal.rendering.search.spelling import american
from golocal.rendering.search.terms import stem, words


@pytest.mark.parametrize(
    ("british", "expected"),
    [
        ("neighbours", "neighbors"),
        ("neighbourhood", "neighborhood"),
        ("labour", "labor"),
        ("organisation", "organization"),
        ("recognised", "recognized"),
        ("analyse", "analyze"),
        ("centres", "centers"),
        ("catalogue", "catalog"),
        ("councillors", "councilors"),
        ("travelling", "traveling"),
        ("mould", "mold"),
        ("paediatric", "pediatric"),
        ("programme", "program"),
        ("licence", "license"),
    ],
)
def test_british_words_in_american_spelling(british: str, expected: str) -> None:
    assert american(british) == expected
    assert stem(british) == stem(expected)


@pytest.mark.parametrize(
    "word", ["four", "hours", "court", "course", "tours", "fire", "care", "skill", "should", "michael", "rise", "wise"]
)
def test_words_that_only_look_alike_stay(word: str) -> None:
    assert american(word) == word


@pytest.mark.parametrize("forms", ["child children childrens", "woman women womens"])
def test_forms_that_no_ending_tells(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@given(st.text())
def test_american_spelling_stays_as_it_is(text: str) -> None:
    for word in words(text):
        assert american(american(word)) == american(word)
