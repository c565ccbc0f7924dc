"""What a page shows around its text, and what it says of itself to those who link to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from golocal.content.catalogue import Catalogue
from golocal.content.locations import address

pytestmark = pytest.mark.site
Pages = dict[str, html.HtmlElement]


def test_home_has_a_search_field_and_four_doors_first(pages: Pages) -> None:
    home = pages["index.html"]
    assert [field.get("name") for field in home.xpath("//article//form[@role='search']//input")] == ["q"]
    doors = home.xpath("//article/section[position() <= 4]/h2")
    assert [door.text for door in doors] == ["I have a task", "I am learning", "I live here", "Take it with me"]
    assert all(section.xpath(".//a/@href") for section in home.xpath("//article/section[position() <= 4]"))


def test_home_shows_the_chain_with_links(pages: Pages) -> None:
    links = pages["index.html"].xpath("//dl[@class='chain']")
    assert len(links) == 1
    assert len(links[0].findall("dt")) == len(links[0].findall("dd")) == 8
    assert len(links[0].xpath(".//a[not(contains(@class, 'term'))]")) == 3


def test_parts_of_a_chapter_name_where_one_is(pages: Pages, catalogue: Catalogue) -> None:
    for entry in catalogue.of_kind("chapter"):
        for path in (entry.path, *(p for p in catalogue.corpus.documents if p.startswith(entry.path[:-8]))):
            page = pages[f"{address(path)}index.html"]
            current = page.xpath("//nav[@class='parts']//a[@aria-current='page']")
            assert len(page.xpath("//nav[@class='parts']//a")) >= 6, path
            assert len(current) == (0 if "/worksheets/" in path else 1), path


def test_every_page_says_what_kind_it_is(pages: Pages, catalogue: Catalogue) -> None:
    for entry in catalogue.entries.values():
        if entry.key.kind != "reference":
            classes = pages[f"{address(entry.page)}index.html"].xpath("//div[@data-md-component='content']/@class")
            assert classes[0].split()[1] == f"kind-{entry.key.kind}", entry.page


def test_without_an_address_no_picture_is_named(site_online: Path, pages: Pages) -> None:
    assert (site_online / "assets/images/card.png").is_file()
    assert pages["index.html"].xpath("//meta[@property='og:image']") == []
    assert pages["index.html"].xpath("//meta[@property='og:title']/@content")


PATHS = {
    "library/rights/adequate-housing/": ["Home", "Library", "Rights"],
    "academy/2023-governing-by-objectives/outcome/": ["Home", "Series", "Academies"],
    "contribute/rules/link-broken/": ["Home", "Contribute", "Rules"],
    "toolkit/equality-data-collection/why/": ["Home", "Toolkit", "Equality data collection"],
    "tasks/": ["Home"],
    "i-live-here/": ["Home"],
    "": [],
}


@pytest.mark.parametrize(("path", "names"), PATHS.items(), ids=PATHS)
def test_the_path_names_every_level_and_not_the_page_itself(pages: Pages, path: str, names: list[str]) -> None:
    found = pages[f"{path}index.html"].xpath("//nav[@aria-label='Where this page stands']//a")
    assert [" ".join(link.text_content().split()) for link in found] == names
