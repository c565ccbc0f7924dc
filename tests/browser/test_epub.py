"""The pages of an EPUB in a browser, as a reading system shows them: no barrier that a program finds, nothing wider than a telephone."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from .axe import audit, prepare

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OF_WEB_PAGES = {"landmark-one-main", "page-has-heading-one", "region"}
"""What is asked of a page of a site. A reading system has its own frame, and headings count through the whole book."""
LARGEST = ("toolkit", "tasks", "papers-1")
TYPE_SIZES = ("100%", "150%")


@pytest.fixture(scope="module")
def pages(epubs: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All pages of the largest publications, which hold those of the others."""
    folder = tmp_path_factory.mktemp("unpacked")
    for name in LARGEST:
        with zipfile.ZipFile(epubs / f"{name}.epub") as packed:
            packed.extractall(folder / name)
    return sorted(folder.rglob("*.xhtml"))


def test_axe_finds_no_barrier(pages: list[Path], contexts: Callable[..., BrowserContext]) -> None:
    tab = prepare(contexts(bypass_csp=True, viewport={"width": 360, "height": 740})).new_page()
    found = []
    for page in pages:
        tab.goto(page.as_uri())
        result = audit(tab)
        assert result.passed > 5, page
        found += [
            f"{page.name}: {rule}: {places[:2]}"
            for rule, places in result.violations.items()
            if rule not in OF_WEB_PAGES
        ]
    assert found == []
    print(f"\naxe: {len(pages)} pages of EPUB, no violation")


@pytest.mark.parametrize("size", TYPE_SIZES)
def test_no_page_is_wider_than_a_telephone(
    pages: list[Path], contexts: Callable[..., BrowserContext], size: str
) -> None:
    tab = contexts(viewport={"width": 360, "height": 740}).new_page()
    wide = []
    for page in pages:
        tab.goto(page.as_uri())
        width = tab.evaluate(
            "size => { document.documentElement.style.fontSize = size; return document.documentElement.scrollWidth }",
            size,
        )
        wide += [f"{page.parent.parent.name}/{page.name}: {width}"] if width > 360 else []
    assert wide == []


@pytest.mark.parametrize(("columns", "shown"), [("auto", "table"), ("360px", "block")])
def test_a_large_table_looks_for_room_in_its_column(
    pages: list[Path], contexts: Callable[..., BrowserContext], columns: str, shown: str
) -> None:
    """Some reading systems lay all pages side by side in one wide window."""
    tab = contexts(viewport={"width": 1600, "height": 740}).new_page()
    page = next(page for page in pages if 'class="data stack"' in page.read_text(encoding="utf-8"))
    tab.goto(page.as_uri())
    tab.evaluate("width => { document.body.style.columns = width; document.body.style.height = '700px' }", columns)
    assert tab.evaluate("getComputedStyle(document.querySelector('table.stack')).display") == shown
