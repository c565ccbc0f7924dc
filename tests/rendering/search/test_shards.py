"""Shards hold the forms of a word together, weigh rare words more, and stay small."""

from __future__ import annotations

from collections import Counter

from golocal.rendering.search.shards import LARGEST, shards_of, weighted
from golocal.rendering.search.terms import stem, words

PAGES = [Counter(words(text)) for text in ("Tenure. Security of tenure.", "Tenures and water, water, water.", "Well")]


def test_forms_stand_together_with_their_pages() -> None:
    [[forms, postings]] = shards_of(PAGES)["te"]
    assert forms == ["tenure", "tenures"]
    assert postings[::2] == [0, 1]


def test_the_spelling_of_other_readers_stands_beside_that_of_the_page() -> None:
    shards = shards_of([Counter({"neighbours": 1}), Counter({"neighborly": 1})])
    assert [forms for forms, _ in shards["ne"]] == [["neighborly", "neighbors", "neighbours"]]


def test_heaviest_first_and_rare_words_weigh_more() -> None:
    found = weighted(PAGES)
    assert [number for number, _ in found[stem("tenure")]] == [0, 1]
    assert dict(found["and"])[1] > dict(found[stem("tenure")])[1]
    assert dict(found["water"])[1] > dict(found["and"])[1]


def test_words_on_most_pages_are_left_out() -> None:
    pages = [Counter({"rights": 1, f"w{number}": 1}) for number in range(50)]
    assert "right" not in weighted(pages)
    assert "w7" in weighted(pages)


def test_no_page_gives_no_shard() -> None:
    assert shards_of([]) == {}


def test_a_large_shard_is_divided_and_nothing_is_lost() -> None:
    spelt = [f"te{first}{second}{third}x" for first in "abcd" for second in "abcdefgh" for third in "abcdefgh"]
    pages = [Counter(dict.fromkeys(spelt[number % 7 :: 7], 1)) for number in range(200)]
    shards = shards_of(pages)
    assert len(shards) > 1
    assert all(name.startswith("te") for name in shards)
    assert all(form.startswith(name) for name, groups in shards.items() for forms, _ in groups for form in forms)
    found = {form for groups in shards.values() for forms, _ in groups for form in forms}
    assert found == {word for page in pages for word in page}
    assert max(sum(4 * len(postings) for _, postings in groups) for groups in shards.values()) <= LARGEST


def test_forms_with_other_first_letters_stand_in_other_shards() -> None:
    shards = shards_of([Counter({"dying": 1}), Counter({"die": 1, "dies": 1})])
    assert [forms for forms, _ in shards["dy"]] == [["dying"]]
    assert [forms for forms, _ in shards["di"]] == [["die", "dies"]]
    assert shards["dy"][0][1][::2] == [0, 1] or stem("dying") != stem("die")
