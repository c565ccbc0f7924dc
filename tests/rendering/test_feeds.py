"""News as feeds: readers of feeds find every post, newest first, with ids that stay when the site moves."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from golocal.checks.run import check
from golocal.rendering.identity import Identity
from golocal.rendering.opensearch import PATH
from golocal.rendering.site import Site

ADDRESS = "https://guide.example/town/"


def site_at(world: Path, address: str) -> Site:
    return Site(
        world,
        check(world).catalogue,
        Identity("The world: a & b", "Of nobody else.", "CC BY-SA 4.0", site=address),
        preview=True,
    )


@pytest.fixture
def files(world: Path) -> dict[str, str]:
    post = next((world / "docs/news").glob("2*.md"))
    text = post.read_text("utf-8")
    later = text.replace(text.split("title: ")[1].split("\n")[0], "A later <post> & more", 1)
    day = next(line for line in text.splitlines() if line.startswith("date: "))
    later = later.replace("A later <post> & more", '"A later post & more"').replace(day, "date: 2031-11-05")
    (world / "docs/news/2031-11-05-later.md").write_text(later, encoding="utf-8")
    return site_at(world, ADDRESS).files


def test_atom_is_read_by_another_program(files: dict[str, str]) -> None:
    feed = feedparser.parse(files["docs/news/feed.xml"])
    assert not feed.bozo
    assert feed.feed.title == "The world: a & b"
    assert feed.entries[0].title == "A later post & more"
    assert feed.entries[0].link == f"{ADDRESS}news/2031-11-05-later/"
    assert [entry.published for entry in feed.entries] == sorted(
        (entry.published for entry in feed.entries), reverse=True
    )
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 1


def test_json_says_the_same(files: dict[str, str]) -> None:
    atom, other = feedparser.parse(files["docs/news/feed.xml"]), json.loads(files["docs/news/feed.json"])
    assert other["version"] == "https://jsonfeed.org/version/1.1"
    assert [(item["id"], item["url"], item["title"]) for item in other["items"]] == [
        (entry.id, entry.link, entry.title) for entry in atom.entries
    ]


def test_each_category_has_its_own(files: dict[str, str]) -> None:
    own = [path for path in files if path.startswith("docs/news/category/") and path.endswith(".xml")]
    assert own
    total = sum(len(feedparser.parse(files[path]).entries) for path in own)
    assert total == len(feedparser.parse(files["docs/news/feed.xml"]).entries)


def test_ids_stay_when_the_site_moves(world: Path, files: dict[str, str]) -> None:
    moved = site_at(world, "https://elsewhere.example/").files
    old, new = (feedparser.parse(feeds["docs/news/feed.xml"]) for feeds in (files, moved))
    assert [entry.id for entry in old.entries] == [entry.id for entry in new.entries]
    assert [entry.link for entry in old.entries] != [entry.link for entry in new.entries]


def test_a_list_of_news_names_its_feeds(files: dict[str, str], world: Path) -> None:
    pages = [
        path.removesuffix(".xml") for path in files if path.startswith("docs/news/category/") and path.endswith(".xml")
    ]
    for page in pages:
        name = page.rpartition("/")[2]
        assert f"[Atom]({name}.xml), [JSON]({name}.json)" in site_at(world, ADDRESS).page(f"{page}.md").text


def test_a_site_without_an_address_has_neither_feeds_nor_a_search_to_offer(world: Path) -> None:
    site = site_at(world, "")
    assert [path for path in site.files if "feed" in path or path == PATH] == []
    assert [
        path for path in site.paths if path.startswith("docs/news/") and "feed reader" in site.page(path).text
    ] == []


def test_browsers_learn_how_to_search(files: dict[str, str]) -> None:
    tree = etree.fromstring(files[PATH].encode())
    texts = {etree.QName(child).localname: child for child in tree}
    assert 0 < len(texts["ShortName"].text or "") <= 16
    assert texts["Description"].text == "The world: a & b"
    assert texts["Url"].get("template") == f"{ADDRESS}find/?q={{searchTerms}}"


def test_the_day_of_a_page_is_that_of_its_newest_change(world: Path) -> None:
    site = site_at(world, ADDRESS)
    changed = {path: page.changed_on for path in site.paths if not (page := site.page(path)).generated}
    assert len(set(changed.values())) > 1
