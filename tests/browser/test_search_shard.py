"""The body index of the real corpus answers in a browser from a disk; Python and JavaScript fold words alike."""

from __future__ import annotations

import json
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Page

from golocal.content.catalogue import Catalogue
from golocal.publishing.search_shard import SearchPage, write_shards
from golocal.publishing.search_terms import fold, shard_file, words
from golocal.reading.settings import read_settings
from golocal.rendering.identity import identity_of
from golocal.rendering.page_tree import MarkdownSettings, page_tree, plain_text
from golocal.rendering.site import Site, StagedPage

pytestmark = pytest.mark.browser

FIXTURE = Path(__file__).with_name("shard")
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


Read = tuple[StagedPage, etree._Element]


@pytest.fixture(scope="module")
def corpus(repository: Path, catalogue: Catalogue) -> list[Read]:
    """All pages of this repository with their trees."""
    settings = read_settings(repository)
    site = Site(repository, catalogue, identity_of(settings))
    given = MarkdownSettings.from_config(settings)
    return [(site.page(path), page_tree(site.page(path), repository, given)) for path in site.paths]


@pytest.fixture(scope="module")
def pages(corpus: list[Read]) -> list[SearchPage]:
    """The pages as search sees them."""
    return [SearchPage.of(page, tree) for page, tree in corpus]


@pytest.fixture(scope="module")
def folder(pages: list[SearchPage], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fixture page beside the shards of the corpus."""
    folder = tmp_path_factory.mktemp("search")
    shutil.copytree(FIXTURE, folder, dirs_exist_ok=True)
    write_shards(pages, folder / "shards")
    return folder


@pytest.fixture
def search(tab: Page, folder: Path) -> Iterator[Page]:
    """The fixture page, opened from the disk; any error on it fails the test."""
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    tab.on("requestfailed", lambda request: errors.append(request.url))
    tab.goto((folder / "index.html").as_uri())
    yield tab
    assert errors == []


def find(search: Page, question: str) -> list[str]:
    """Ids of the pages found."""
    found: list[str] = search.evaluate("question => golocalSearch.find(question)", question)
    return found


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Fuenlabrada", "practices/fuenlabrada-stop-forms/"),
        ("fuenlabráda stop", "practices/fuenlabrada-stop-forms/"),
        ("Versalles", "practices/versalles-community-participation-health/"),
        ("SPISSKY Hrhov", "practices/spissky-hrhov-municipal-company/"),
        ("Niseko ordinance", "practices/niseko-basic-ordinance/"),
        ("rental tests Ghent", "practices/ghent-rental-tests/"),
    ],
)
def test_right_page_comes_first(search: Page, question: str, first: str) -> None:
    assert find(search, question)[0] == first


@pytest.mark.parametrize("question", ["tenure", "Fuenlabrada", "municipality equality"])
def test_pages_found_are_those_that_hold_the_words(search: Page, pages: list[SearchPage], question: str) -> None:
    asked = set(words(question))
    holding = {page.id for page in pages if asked <= page.counts.keys()}
    assert holding
    assert set(find(search, question)) == holding


def test_one_question_loads_one_shard(search: Page) -> None:
    assert search.evaluate("golocalSearch.isLoaded('te')") is False
    find(search, "tenure")
    find(search, "tenures")
    loaded = search.evaluate("Array.from(document.scripts, script => script.src.split('/').pop())")
    assert loaded == ["search.js", "start.js", shard_file("te")]


@pytest.mark.parametrize("question", ["", "a", "constructor", "__proto__", "zzqx", "tenure zzqx", "…", "日"])
def test_nothing_is_found_without_a_request_that_fails(search: Page, question: str) -> None:
    assert find(search, question) == []


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


def test_vocabulary_folds_alike(search: Page, corpus: list[Read]) -> None:
    vocabulary = sorted({chunk for _, tree in corpus for chunk in plain_text(tree).split()})
    assert len(vocabulary) > 5000
    assert_folds_alike(search, vocabulary)


def test_hard_cases_fold_alike(search: Page) -> None:
    assert_folds_alike(search, HARD)


def test_every_letter_of_the_basic_plane_folds_alike(search: Page) -> None:
    letters = [chr(code) for code in range(0x20, 0x10000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    assert_folds_alike(search, letters)
    assert_folds_alike(search, [f"a{letter}b" for letter in letters])
