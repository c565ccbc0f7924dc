"""Python and JavaScript fold words alike, over all words of the site and over letters that are hard to fold."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Page

from golocal.rendering.search.terms import EMPTY, fold, shard_file, words

pytestmark = [pytest.mark.site, pytest.mark.browser]
HARD = [
    *"ß ẞ ø Ø İ ı I i ﬁ ﬀ Dobšiná dobsina DOBŠINÁ Łódź Đakovo Þingvellir Æsir Œuvre Ħamrun Ŧ Tårnholm São naïve coöperate".split(),
    *"Άνθρωπος ΟΔΥΣΣΕΥΣ ὈΔΥΣΣΕΎΣ ςσΣ Σ ΑΣ. Права ПРАВА Ёлка Йошкар Київ حقوق الإِنسان إنسان مُدُن ـ Ⅷ ½ ① ² ٣ ４ Å ｶﾞ".split(),
    *"권리 ニセコ まちづくり 基本 मानव हिन्दी ไทย ǅ ŉ ΐ ﬃ ſ K Ω".split(),
    "e\u0301te\u0301",
    "soft\u00adhyphen",
    "zero\u200bwidth\u200djoiner",
    "O'Brien and l’égalité 2000/43/EC 1,666 e-mail snake_case",
    "\U00010400 \U0001d400 \U0001f600",
]


@pytest.fixture
def search(offline: Callable[..., Any]) -> Page:
    """A page with the search loaded."""
    page: Page = offline().open("find.html")
    page.locator(".find-filters summary").first.wait_for(state="attached")
    return page


def assert_folds_alike(search: Page, texts: Iterable[str]) -> None:
    """Folded text and words are the same on both sides."""
    given = list(texts)
    expected = [[fold(text), words(text)] for text in given]
    script = (
        "texts => JSON.stringify(JSON.parse(texts).map(text => [golocalSearch.fold(text), golocalSearch.words(text)]))"
    )
    found = json.loads(search.evaluate(script, json.dumps(given)))
    different = [row for row in zip(given, expected, found, strict=True) if row[1] != row[2]]
    assert different == []


def test_all_words_of_the_site_fold_alike(search: Page, site_offline: Path) -> None:
    texts = (html.parse(str(file)).getroot().text_content() for file in site_offline.rglob("*.html"))
    vocabulary = sorted({chunk for text in texts for chunk in text.split()})
    assert len(vocabulary) > 10_000
    assert_folds_alike(search, vocabulary)


def test_hard_cases_fold_alike(search: Page) -> None:
    assert_folds_alike(search, HARD)


def test_every_letter_of_the_basic_plane_folds_alike(search: Page) -> None:
    letters = [chr(code) for code in range(0x20, 0x10000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    assert_folds_alike(search, letters)
    assert_folds_alike(search, [f"a{letter}b" for letter in letters])


def test_words_without_meaning_are_the_same(search: Page) -> None:
    asked = search.evaluate("words => golocalSearch.asked(words + ' housing')", " ".join(EMPTY))
    assert asked == ["housing"]


def test_every_word_of_the_site_leads_to_a_shard_that_knows_its_forms(search: Page, site_offline: Path) -> None:
    shard = (site_offline / "search" / shard_file("ho")).read_text(encoding="utf-8")
    groups = json.loads(f"[{shard.partition('(')[2].removesuffix(');' + chr(10))}]")[2]
    forms = {form: sorted(group[0]) for group in groups for form in group[0]}
    assert len(forms) > 20
    lookup = """async forms => {
      await golocalSearch.loadShard("ho");
      return forms.map(form => [form, golocalSearch.shard(form)?.get(form)?.[0] ?? []]);
    }"""
    assert dict(search.evaluate(lookup, list(forms))) == forms


TAKEN = """async question => {
  let marks;
  await golocalSearch.answer(question, false, (found) => (marks = found.marks));
  return marks.map((forms) => [...forms]);
}"""


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("neighbors", {"neighbours"}),
        ("screenreader", {"screen", "reader"}),
        ("Gleichstellungsbeauftragte", {"gleichstellung"}),
        ("non governmental hand book", {"handbook"}),
        ("womens", {"women", "woman"}),
    ],
)
def test_words_that_the_site_writes_otherwise_are_taken_for_its_own(
    search: Page, question: str, taken: set[str]
) -> None:
    assert taken <= {form for forms in search.evaluate(TAKEN, question) for form in forms}


def test_a_word_that_is_like_no_other_finds_nothing(search: Page) -> None:
    assert search.evaluate(TAKEN, "xylophonist") == [[]]
    assert search.evaluate("golocalSearch.find('xylophonist')") == []


def test_a_word_for_a_kind_is_looked_for_among_pages_of_that_kind(search: Page) -> None:
    script = """async () => {
      const { kind, kinds, addresses } = golocalSearch.catalogue;
      const found = await golocalSearch.find("data protection template");
      return kinds[kind[addresses.indexOf(found[0])]][0];
    }"""
    assert search.evaluate(script) == "Worksheet"


def test_a_new_question_ends_the_work_on_an_older_one(search: Page) -> None:
    script = """async () => {
      let asked = 1;
      const shown = [];
      const show = (question) => () => shown.push(question);
      const older = golocalSearch.answer("adequate housing", false, show("older"), () => asked !== 1);
      asked = 2;
      await Promise.all([older, golocalSearch.answer("water", false, show("newer"), () => asked !== 2)]);
      return [...new Set(shown)];
    }"""
    assert search.evaluate(script) == ["newer"]


@pytest.mark.parametrize(
    ("one", "other", "most", "near"),
    [
        ("ombudsman", "ombudsmann", 1, True),
        ("discrimnation", "discrimination", 1, True),
        ("huosing", "housing", 1, True),
        ("housing", "hosting", 1, False),
        ("city", "cities", 1, False),
    ],
)
def test_slips_of_the_pen_are_near(search: Page, one: str, other: str, most: int, near: bool) -> None:
    assert search.evaluate("given => golocalSearch.isNear(...given)", [one, other, most]) is near
