"""Words are folded as people type them; shards are the same for the same pages; weights order pages as one expects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from golocal.publishing.search_shard import START, SearchPage, shard_scripts, weighted, write_shards
from golocal.publishing.search_terms import fold, shard_file, shard_of, words
from golocal.rendering.site import StagedPage


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
        assert word.startswith(shard_of(word))


def test_words_leave_out_single_letters_and_signs() -> None:
    assert words("O'Brien: 2000/43/EC, e-mail_x") == ["brien", "2000", "43", "ec", "mail"]


def test_files_of_shards_have_plain_names() -> None:
    assert [shard_file(name) for name in ("te", "пр", "\U0001d400b")] == ["74-65.js", "43f-440.js", "1d400-62.js"]


def page(id: str, body: str) -> SearchPage:
    """A page that says something."""
    staged = StagedPage(f"docs/{id}.md", "page", id.title(), "", "", False)
    return SearchPage.of(staged, etree.fromstring(f"<div>{body}</div>"))


PAGES = [
    page("homes", "<h1>Tenure</h1><p>Security of tenure.</p>"),
    page("water", "<h1>Water</h1><p>Tenure and water, water, water.</p>"),
    page("tips", '<h1>Tips</h1><p>Well<span data-search-exclude="" hidden="hidden">hidden</span></p>'),
]


def test_scripts() -> None:
    scripts = shard_scripts(PAGES)
    assert list(scripts) == sorted(scripts)
    call, _, arguments = scripts[shard_file("te")].partition("(")
    shard, postings = json.loads(f"[{arguments.removesuffix(chr(10)).removesuffix(');')}]")
    assert (call, shard, list(postings)) == ("golocalSearch.add", "te", ["tenure"])
    assert postings["tenure"][::2] == [0, 1]
    assert '[["homes/","Homes"],["water/","Water"],["tips/","Tips"]]' in scripts[START]


def test_heaviest_first_and_rare_words_weigh_more() -> None:
    found = weighted(PAGES)
    assert [number for number, _ in found["tenure"]] == [0, 1]
    assert dict(found["and"])[1] > dict(found["tenure"])[1]
    assert dict(found["water"])[1] > dict(found["and"])[1]
    assert "hidden" not in found


def test_no_page_gives_no_shard() -> None:
    assert list(shard_scripts([])) == [START]


def test_same_pages_same_bytes(tmp_path: Path) -> None:
    first, second = (write_shards([page(*row) for row in ROWS], tmp_path / name) for name in ("one", "two"))
    assert first == second
    for name in first:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


ROWS = [
    (f"p{number}", f"<p>{' '.join(sorted({'tenure', 'water', 'Straße', f'w{number}'}))}</p>") for number in range(9)
]
