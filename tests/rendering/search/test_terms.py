"""Words are folded as people type them, and forms of a word have one stem."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golocal.rendering.search.terms import EMPTY, fold, shard_file, stem, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Straße", "strasse"),
        ("Ørsted", "orsted"),
        ("İstanbul", "istanbul"),
        ("ﬁne", "fine"),
        ("Dobšiná", "dobsina"),
        ("ΟΔΥΣΣΕΎΣ", "οδυσσευσ"),
        ("Йошкар", "иошкар"),
        ("الإِنسان", "الانسان"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_word_is_found_by_itself(text: str) -> None:
    for word in words(text):
        assert words(word) == [word]


def test_words_leave_out_single_letters_and_signs() -> None:
    assert words("O'Brien: 2000/43/EC, e-mail_x") == ["brien", "2000", "43", "ec", "mail"]


@pytest.mark.parametrize(
    "forms",
    ["discriminate discriminated discrimination", "budget budgets budgeting", "policy policies"],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("policy", "police"), ("right", "rite"), ("city", "cite")])
def test_other_words_have_another(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=2))
def test_every_word_has_a_stem(text: str) -> None:
    assert all(stem(word) for word in words(text))


def test_words_without_meaning_are_folded_words() -> None:
    assert {word for word in EMPTY if len(word) > 1 and words(word) != [word]} == set()
    assert not {"right", "rights", "city", "not" * 2} & EMPTY


def test_files_of_shards_have_plain_names() -> None:
    assert [shard_file(name) for name in ("te", "пр", "\U0001d400b")] == ["74-65.js", "43f-440.js", "1d400-62.js"]
