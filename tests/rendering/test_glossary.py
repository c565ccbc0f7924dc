"""The glossary finds terms by title and other forms."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from golocal.reading.masking import blank
from golocal.rendering.glossary import Glossary, Occurrence, _one_of

TERMS: dict[str, dict[str, Any]] = {
    "baseline": {"title": "Baseline", "also": ["first value"]},
    "baseline-study": {"title": "Baseline study"},
    "c-plus": {"title": "C++ (language)"},
    "cafe": {"title": "Café"},
}


def found(text: str, start: int = 0) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.term) for one in Glossary(TERMS).occurrences(text, start)]


def test_first_occurrence_of_each_term_in_order_of_place() -> None:
    text = "A baseline study, a first value, a baseline, a CAFÉ."
    assert found(text) == [("baseline study", "baseline-study"), ("first value", "baseline"), ("CAFÉ", "cafe")]


def test_text_before_the_start_does_not_count() -> None:
    text = "A baseline, then a first value."
    assert Glossary(TERMS).occurrences(text, 11) == [Occurrence(19, 30, "baseline")]


def test_words_are_whole() -> None:
    assert found("baselines, pre-baseline, baseline-led, mybaseline, cafés") == []


def test_a_form_may_stand_on_two_lines() -> None:
    assert found("the first\nvalue") == [("first\nvalue", "baseline")]


def test_masked_text_is_not_found() -> None:
    assert found(f"A {blank('baseline')} here") == []


def test_no_terms_no_occurrences() -> None:
    assert Glossary({}).occurrences("A baseline", 0) == []
    assert Glossary({"odd": {"title": None}}).occurrences("A baseline", 0) == []


FORMS = st.lists(st.text("aAbBä -", min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1, max_size=8)


@given(forms=FORMS, text=st.text("aAbBäÄ .-", max_size=40))
def test_forms_parted_by_letters_find_what_a_plain_list_finds(forms: list[str], text: str) -> None:
    ordered = sorted({form.casefold() for form in forms}, key=lambda form: (-len(form), form))
    plain = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered)
    parted, whole = (
        re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE) for pattern in (_one_of(ordered), plain)
    )
    assert [found.span() for found in parted.finditer(text)] == [found.span() for found in whole.finditer(text)]
