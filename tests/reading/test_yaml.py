"""YAML is read as it is written: every scalar as text, with the place where it stands."""

from __future__ import annotations

import json
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golocal.reading.yamltree import read_yaml

SETTINGS = settings(derandomize=True, deadline=None, max_examples=200)
PRINTABLE = st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufeff\u2028\u2029")
TEXT = st.text(PRINTABLE, max_size=40)
WORD = st.from_regex(r"[A-Za-z0-9]([A-Za-z0-9 .:/_+-]{0,20}[A-Za-z0-9])?", fullmatch=True)


double_quoted = partial(json.dumps, ensure_ascii=False)


def single_quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@SETTINGS
@given(TEXT, TEXT, st.integers(0, 5))
def test_quoted_scalars_are_text_with_their_place(key: str, text: str, lines_before: int) -> None:
    source = (
        "# remark\n" * lines_before
        + f"first: [a, {double_quoted(text)}]\n{double_quoted('k' + key)}: {single_quoted(text)}\n"
    )
    tree = read_yaml(source, first_line=2)
    assert tree.faults == []
    assert tree.value == {"first": ["a", text], "k" + key: text}
    assert tree.marks[("first", 1)] == (2 + lines_before, 12)
    assert tree.key_marks[("k" + key,)] == (3 + lines_before, 1)
    assert tree.marks[("k" + key,)] == (3 + lines_before, len(double_quoted("k" + key)) + 3)


@SETTINGS
@given(WORD)
def test_plain_scalars_are_text(text: str) -> None:
    tree = read_yaml(f"- key: {text}\n")
    if not tree.faults and text not in ("null", "~"):
        assert tree.value == [{"key": text}] or ": " in text
        assert tree.marks[(0, "key")] == (1, 8)


def test_nothing_is_guessed() -> None:
    words = ["NO", "yes", "on", "12:30", "010", "0x1f", "1e3", ".inf", "2026-11-23", "1_000", "=", "<<"]
    assert read_yaml("".join(f"- {word}\n" for word in words)).value == words


def test_empty_values_are_none_and_empty_text_is_text() -> None:
    assert read_yaml("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n").value == {
        "a": None,
        "b": None,
        "c": None,
        "d": "",
        "e": "null",
    }


def test_place_of_what_is_missing_is_that_of_its_parent() -> None:
    tree = read_yaml("a:\n  b: [c]\n", first_line=10)
    assert tree.place_of(("a", "x", "y")) == (11, 3)
    assert tree.place_of_key(("a", "b")) == (11, 3)
    assert tree.place_of(("a", "b", 0)) == (11, 7)


@pytest.mark.parametrize(
    "text",
    [
        'a: "' + "]" * 60_000 + '"\nb: ' + "[" * 60_000,
        "a: " + '["]",' * 60_000,
        "a: " + "['}', " * 60_000,
        "a:\n" + " [ # ]\n" * 60_000,
    ],
    ids=["before", "double", "single", "remark"],
)
def test_depth_is_seen_behind_brackets_that_are_text(text: str) -> None:
    assert [fault.kind for fault in read_yaml(text).faults] == ["yaml-depth"]


def test_many_flat_lists_with_quotes_are_accepted() -> None:
    tree = read_yaml("".join(f'k{number}: ["a]", b]\n' for number in range(100)))
    assert tree.faults == []
    assert len(tree.value) == 100
