"""What stands around the text of built pages: neighbours, foot, and what search passes over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

pytestmark = pytest.mark.site
Pages = dict[str, html.HtmlElement]
CHAPTERS, VOLUMES, ACADEMIES = "toolkit/", "volumes/", "academy/"


def neighbours(page: html.HtmlElement) -> list[str]:
    return [str(address) for address in page.xpath("//link[@rel='prev' or @rel='next']/@href")]


def folder(path: str, address: str) -> str:
    """Chapter, volume or edition that an address on a page leads to."""
    start = Path("/") / path
    return "/".join((start.parent / address).resolve().parts[1:3])


def test_previous_and_next_stay_in_the_chapter_volume_or_edition(pages: Pages) -> None:
    found = {path: {folder(path, address) for address in neighbours(page)} for path, page in pages.items()}
    linked = {path: folders for path, folders in found.items() if folders}
    assert {path.partition("/")[0] + "/" for path in linked} == {CHAPTERS, VOLUMES, ACADEMIES}
    assert {path: folders for path, folders in linked.items() if folders != {"/".join(path.split("/")[:2])}} == {}


def test_a_chapter_can_be_read_from_page_to_page(pages: Pages) -> None:
    path, read = "toolkit/equality-data-collection/index.html", []
    while path not in read:
        read.append(path)
        following = pages[path].xpath("//link[@rel='next']/@href")
        if following:
            path = str((Path("/") / path).parent.joinpath(following[0], "index.html").resolve()).removeprefix("/")
    assert set(read) == {name for name in pages if name.startswith("toolkit/equality-data-collection/")}


def test_every_page_leads_to_where_an_error_is_reported(pages: Pages) -> None:
    for path, page in pages.items():
        links = page.xpath("//footer[@class='page-foot']//a[.='Report an error']")
        assert len(links) == (path != "404.html"), path
        assert not page.xpath("//a[.='Edit this page']"), "no address is configured"


def test_search_passes_over_citations_and_history(site_online: Path) -> None:
    texts = [file.read_text(encoding="utf-8") for file in (site_online / "search/text").glob("*.js")]
    assert len(texts) > 10
    for left_out in ('["history","', '["how-to-cite","', '["download-this-record","', "golocal_", "Not yet reviewed"):
        assert [text for text in texts if left_out in text] == [], left_out


def test_data_of_records_stand_where_pages_link_them(pages: Pages, site_online: Path) -> None:
    linked = {}
    for path, page in pages.items():
        for target in page.xpath("//article//a[contains(@href, '.json') and not(contains(@href, '../data/'))]/@href"):
            file = (site_online / path).parent / target
            linked[path] = json.loads(file.read_text(encoding="utf-8"))["id"]
    assert len(linked) > 50
    assert {path: id for path, id in linked.items() if Path(path).parent.name != id} == {}
