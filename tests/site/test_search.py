"""The search of the built site: what is loaded first is light, every page can be found, drafts and lists of results cannot."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from golocal.content.catalogue import Catalogue
from golocal.content.locations import address

pytestmark = pytest.mark.site
FIRST = ("search/start.js", "assets/vendor/minisearch.js", "assets/search/search.js")
MOST = ((2_000, 150_000), (10_000, 400_000))
"""Records, and bytes with gzip that the search may load with so many when it is opened; between them in proportion."""


@pytest.fixture(scope="module")
def start(site_online: Path) -> dict[str, Any]:
    """What the search begins with."""
    text = (site_online / "search/start.js").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text.removeprefix("golocalSearch.start(").removesuffix(");\n"))
    return found


def test_what_is_loaded_first_is_light(site_online: Path, start: dict[str, Any]) -> None:
    sizes = {path: len(gzip.compress((site_online / path).read_bytes(), 6)) for path in FIRST}
    print(f"\n{len(start['titles'])} records: {sizes}")
    (few, least), (many, most) = MOST
    allowed = least + (most - least) * (max(few, len(start["titles"])) - few) / (many - few)
    assert sum(sizes.values()) <= allowed


def test_every_record_can_be_found_and_no_draft(start: dict[str, Any], catalogue: Catalogue) -> None:
    found = set(start["addresses"])
    expected: set[str] = set()
    drafts: set[str] = set()
    for entry in catalogue.entries.values():
        place = address(entry.page) + (f"#{entry.page_anchor}" if entry.page_anchor else "")
        (drafts if entry.status == "draft" else expected).add(place)
    assert expected <= found
    assert not drafts & found
    assert not {"", "find/"} & found


def test_nothing_is_found_twice(start: dict[str, Any]) -> None:
    assert len(set(start["addresses"])) == len(start["addresses"])
