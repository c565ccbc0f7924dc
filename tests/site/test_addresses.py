"""Every source has its page, every record its page and anchor, every heading the anchor that the checks rely on."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from golocal.content.catalogue import Catalogue
from golocal.content.locations import address, staged_path
from golocal.reading.settings import read_settings
from golocal.rendering.bundles import BUNDLES
from golocal.rendering.identity import identity_of
from golocal.rendering.site import Site

pytestmark = pytest.mark.site
Pages = dict[str, html.HtmlElement]

OF_THE_THEME = {"404.html"}
BUNDLED = tuple(Path(target).suffix for target in BUNDLES.values())


@pytest.fixture(scope="module")
def paths(repository: Path, catalogue: Catalogue) -> list[str]:
    """Repository paths of all pages, written and generated."""
    return Site(repository, catalogue, identity_of(read_settings(repository))).paths


def test_addresses_are_those_of_mkdocs(pages: Pages, paths: list[str]) -> None:
    assert {f"{address(path)}index.html" for path in paths} == pages.keys() - OF_THE_THEME


def test_offline_addresses_are_files(site_offline: Path, paths: list[str]) -> None:
    built = {file.relative_to(site_offline).as_posix() for file in site_offline.rglob("*.html")}
    assert {f"{staged_path(path)[:-3]}.html" for path in paths} == built - OF_THE_THEME


def test_other_files_of_the_sources_are_published_where_links_expect_them(
    site_online: Path, catalogue: Catalogue
) -> None:
    files = [file.path for file in catalogue.corpus.files if not file.path.endswith((".md", ".yml", *BUNDLED))]
    assert files
    assert [path for path in files if not (site_online / address(path)).is_file()] == []


@pytest.mark.parametrize(("folder", "bundle"), BUNDLES.items(), ids=BUNDLED)
def test_components_of_style_and_script_stand_in_one_file(
    site_online: Path, repository: Path, folder: str, bundle: str
) -> None:
    parts = sorted((repository / folder).iterdir())
    text = (site_online / bundle).read_text("utf-8")
    places = [text.find(part.read_text("utf-8").strip()) for part in parts]
    assert parts
    assert -1 not in places
    assert places == sorted(places)
    assert [path for path in (site_online / bundle).parent.iterdir() if path.name != Path(bundle).name] == []


def test_every_entry_has_its_page_and_anchor(pages: Pages, catalogue: Catalogue) -> None:
    missing = []
    for key, entry in catalogue.entries.items():
        page = pages.get(f"{address(entry.page)}index.html")
        if page is None:
            missing.append(f"{key}: no page {entry.page}")
            continue
        known = set(page.xpath("//@id"))
        wanted = {*entry.anchors, *([entry.page_anchor] if entry.page_anchor else [])}
        missing += [f"{key}: {entry.page} has no anchor {anchor}" for anchor in sorted(wanted - known)]
    assert missing == []


def test_headings_have_the_anchors_that_the_scan_found(pages: Pages, catalogue: Catalogue) -> None:
    wrong = {}
    for path, document in catalogue.corpus.documents.items():
        page = pages[f"{address(path)}index.html"]
        built = page.xpath("//article//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]/@id")
        found = [heading.slug for heading in document.source.headings]
        if [slug for slug in built if slug in found] != found:
            wrong[path] = (built, found)
    assert wrong == {}


def test_ids_are_unique_on_a_page(pages: Pages) -> None:
    double = {path: ids for path, page in pages.items() if (ids := repeated(page.xpath("//article//@id")))}
    assert double == {}


def repeated(values: list[str]) -> list[str]:
    return sorted({value for value in values if values.count(value) > 1})
