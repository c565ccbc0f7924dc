"""Every built page has headings in order, landmarks with names of their own, and references that lead somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from lxml import html

pytestmark = pytest.mark.site
HEADINGS = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
LANDMARKS = "//*[self::nav or self::aside or self::form[@role='search'] or @role='search' or @role='region']"
Pages = dict[str, html.HtmlElement]
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for")


def test_no_level_of_headings_is_left_out(pages: Pages) -> None:
    wrong = {}
    for path, tree in pages.items():
        levels = [int(heading.tag[1]) for heading in tree.xpath(HEADINGS)]
        skipped = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        if levels[0] != 1 or skipped:
            wrong[path] = levels
    assert wrong == {}


def test_each_landmark_is_there_and_has_a_name_of_its_own(pages: Pages) -> None:
    wrong = {}
    for path, tree in pages.items():
        once = [len(tree.xpath(f"//{tag}[not(ancestor::main)]")) for tag in ("header", "main", "footer")]
        names = Counter((element.tag == "nav", name_of(element, tree)) for element in tree.xpath(LANDMARKS))
        double = [name for name, number in names.items() if number > 1 or not name[1]]
        if once != [1, 1, 1] or double:
            wrong[path] = (once, double)
    assert wrong == {}


def name_of(element: html.HtmlElement, tree: html.HtmlElement) -> str:
    """Accessible name of a landmark."""
    if element.get("aria-label"):
        return str(element.get("aria-label"))
    return " ".join(tree.get_element_by_id(name).text_content() for name in element.get("aria-labelledby", "").split())


def test_references_within_a_page_lead_somewhere(pages: Pages) -> None:
    assert {path: missing for path, tree in pages.items() if (missing := list(missing_targets(tree)))} == {}


def missing_targets(tree: html.HtmlElement) -> Iterator[str]:
    """Names of elements that the page refers to and does not have."""
    known = set(tree.xpath("//@id"))
    for attribute in REFERENCES:
        for value in tree.xpath(f"//@{attribute}"):
            yield from (f"{attribute}={name}" for name in value.split() if name not in known)


def test_the_way_to_the_text_comes_first(pages: Pages) -> None:
    for path, tree in pages.items():
        first = tree.xpath("//body//a")[0]
        assert first.get("href") == "#__text", path
        (target,) = tree.xpath("//*[@id='__text']")
        assert target.xpath(".//h1"), path


def test_menu_and_tabs_name_one_present_page(pages: Pages) -> None:
    for path, tree in pages.items():
        assert len(tree.xpath("//nav[@id='__menu']//*[@aria-current='page']")) <= 1, path
        assert len(tree.xpath("//nav[contains(@class, 'md-tabs')]//*[@aria-current]")) <= 1, path


def test_tables_and_pictures_say_what_they_are(pages: Pages) -> None:
    for path, tree in pages.items():
        assert tree.xpath("//table[not(.//th[@scope])]") == [], path
        assert tree.xpath("//table[not(parent::div[@class='table-scroll'])]") == [], path
        assert tree.xpath("//img[not(@alt)]") == [], path
        assert tree.xpath("//*[local-name()='svg'][@role][not(@aria-label or @aria-labelledby)]") == [], path
