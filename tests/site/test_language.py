"""Pages say in which language they stand, and which parts of them stand in another."""

from __future__ import annotations

import pytest
from lxml import html

from golocal.content.catalogue import Catalogue
from golocal.content.locations import address
from golocal.rendering.references import title_language

pytestmark = pytest.mark.site
Pages = dict[str, html.HtmlElement]


def test_every_page_names_its_language(pages: Pages) -> None:
    assert [path for path, page in pages.items() if page.get("lang") != "en"] == []


def test_titles_of_sources_in_other_languages_are_marked(pages: Pages, catalogue: Catalogue) -> None:
    foreign = {entry.key.id: entry for entry in catalogue.of_kind("reference") if title_language(entry.data)}
    assert foreign
    wrong = {}
    for key, entry in foreign.items():
        page = pages[f"{address(entry.page)}index.html"]
        marked = page.xpath(f"//*[@id='{key}']//em[@lang]")
        if [part.get("lang") for part in marked] != [title_language(entry.data)]:
            wrong[key] = [html.tostring(part, encoding="unicode") for part in page.xpath(f"//*[@id='{key}']")]
    assert wrong == {}
