"""A first view weighs little, asks for little, and nothing moves while it arrives."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from .first_view import first_view

pytestmark = [pytest.mark.site, pytest.mark.browser]
MOST = 150_000
"""Bytes with gzip: HTML, style, scripts, fonts and whatever else the browser loads."""
SIZES = {"wide": {"width": 1280, "height": 800}, "narrow": {"width": 360, "height": 740}}
PAGES = {
    "home": "",
    "chapter": "toolkit/equality-data-collection/",
    "steps": "toolkit/equality-data-collection/practise/",
    "practice": "practices/ghent-rental-tests/",
    "practices": "practices/",
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_first_view_is_light_and_still(
    contexts: Callable[..., BrowserContext], address_online: str, path: str, size: str
) -> None:
    view = first_view(contexts, address_online + path, viewport=SIZES[size])
    told = {url.removeprefix(address_online): number for url, number in view.bytes_by_address.items()}
    print(f"\n{path or 'home'} {size}: {view.weight} bytes, {len(told)} requests, shift {view.shift:.4f}")
    assert view.failed == []
    assert view.weight <= MOST, told
    assert len(told) <= 12, told
    assert not [url for url in told if "search" in url]
    assert view.shift == 0


def test_a_page_that_moves_would_be_found(contexts: Callable[..., BrowserContext], address_online: str) -> None:
    def moved(**options: object) -> BrowserContext:
        context = contexts(**options)
        late = "addEventListener('load', () => setTimeout(() => document.querySelector('h1').before(document.createElement('hr'), ' x'), 100))"
        context.add_init_script(late)
        return context

    assert first_view(moved, f"{address_online}practices/ghent-rental-tests/").shift > 0
