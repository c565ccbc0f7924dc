"""The staged tree, rendered by stock MkDocs with another theme and without our code, holds the same site."""

from __future__ import annotations

import posixpath
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from golocal.content.catalogue import Catalogue
from golocal.publishing.staging import stage
from golocal.reading.settings import read_settings

pytestmark = pytest.mark.site
Pages = dict[str, html.HtmlElement]

OURS = "//article"
THEIRS = "//div[@role='main']"
ADDED_BY_US = (
    "descendant::*[@role='tooltip' or @role='search' or self::noscript or contains(@class, 'find-body') "
    "or contains(@class, 'headerlink') or contains(@class, 'md-content__button')]"
)
FIGURES = "descendant::img | descendant::*[local-name()='svg' and contains(@class, 'figure')]"


@pytest.fixture(scope="module")
def staged(repository: Path, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Main contents of the staged site by path."""
    tree, site = tmp_path_factory.mktemp("staged"), tmp_path_factory.mktemp("stock")
    stage(repository, catalogue, read_settings(repository), tree)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return contents({str(file.relative_to(site)): parsed(file) for file in sorted(site.rglob("*.html"))}, THEIRS)


@pytest.fixture(scope="module")
def ours(site_online: Path) -> Pages:
    """Main contents of our site by path."""
    files = sorted(site_online.rglob("*.html"))
    return contents({str(file.relative_to(site_online)): parsed(file) for file in files}, OURS)


def parsed(file: Path) -> html.HtmlElement:
    return html.document_fromstring(file.read_bytes())


def contents(pages: Pages, where: str) -> Pages:
    return {path: plain(page.xpath(where)[0]) for path, page in pages.items() if path != "404.html"}


def plain(content: html.HtmlElement) -> html.HtmlElement:
    """The content without what our extension adds; figures are replaced by their alternative texts, folds stand open."""
    for fold in content.xpath("descendant::details"):
        fold[0].tag = "p"
        fold.drop_tag()
    for element in content.xpath(ADDED_BY_US):
        element.drop_tree()
    for figure in content.xpath(FIGURES):
        text = html.Element("span")
        text.text = f"[{figure.get('alt', figure.get('aria-label'))}]"
        text.tail = figure.tail
        figure.getparent().replace(figure, text)
    return content


def differences(ours: Pages, staged: Pages, part: str) -> Iterator[str]:
    for path in sorted(ours.keys() & staged.keys()):
        mine, other = PARTS[part](path, ours[path]), PARTS[part](path, staged[path])
        if mine != other:
            place = next((i for i, pair in enumerate(zip(mine, other, strict=False)) if len(set(pair)) > 1), -1)
            yield f"{path}: {mine[place - 2 : place + 9]} but staged {other[place - 2 : place + 9]}"


def words(path: str, content: html.HtmlElement) -> list[str]:
    return str(content.text_content()).split()


def ids(path: str, content: html.HtmlElement) -> list[str]:
    return [str(value) for value in content.xpath("descendant::*[not(self::pre)]/@id")]  # the site numbers its code


def targets(path: str, content: html.HtmlElement) -> list[str]:
    return [resolved(path, str(value)) for value in content.xpath("descendant::a/@href")]


def resolved(path: str, address: str) -> str:
    target, mark, anchor = address.partition("#")
    if ":" in target:
        return address
    place = posixpath.join(posixpath.dirname(path), target, "index.html" if target.endswith(("/", ".")) else "")
    return posixpath.normpath(place if target else path) + mark + anchor


def shape(path: str, content: html.HtmlElement) -> list[str]:
    return [str(element.tag) for element in content.iter() if element.tag not in ("span", "div", "article", "section")]


PARTS = {"words": words, "ids": ids, "targets": targets, "shape": shape}


def test_both_have_the_same_pages(ours: Pages, staged: Pages) -> None:
    assert ours.keys() == staged.keys()


@pytest.mark.parametrize("part", PARTS)
def test_a_difference_would_be_seen(ours: Pages, part: str) -> None:
    path = "library/sources/a/index.html"
    changed = html.fromstring(html.tostring(ours[path]))
    items = [item for item in changed.iter("p") if isinstance(item, html.HtmlElement) and item.get("id")]
    items[-1].drop_tree()
    assert len(list(differences({path: ours[path]}, {path: changed}, part))) == 1


@pytest.mark.parametrize("part", PARTS)
def test_both_have_the_same(ours: Pages, staged: Pages, part: str) -> None:
    assert list(differences(ours, staged, part)) == []
