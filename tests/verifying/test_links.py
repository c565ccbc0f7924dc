"""Links and anchors of built pages, online and offline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from golocal.rendering.policy import policy
from golocal.verifying.run import verify_files

Write = Callable[..., Path]
POLICY = f'<head><meta http-equiv="Content-Security-Policy" content="{policy([])}"></head>'
HOME = f'<html>{POLICY}<body><h2 id="top-news">News</h2><a name="old">x</a>%s</body></html>'
ONLINE = {"index.html": HOME % "", "a/b/index.html": HOME % "", "figure.svg": "<svg/>", "a/x y.txt": "x"}


def problems_with(folder: Path, write: Write, page: str, body: str, *, offline: bool = False) -> list[str]:
    pages = {**ONLINE, page: HOME % body}
    write(folder, {path: text.replace(POLICY, "") if offline else text for path, text in pages.items()})
    return [problem.text for problem in verify_files(folder, offline=offline)]


@pytest.mark.parametrize(
    "address",
    [
        "../..",
        "../../",
        "../../index.html",
        "../../#top-news",
        "#top-news",
        "#old",
        "#",
        "#top",
        "#:~:text=News",
        "?q=1#old",
        "../../figure.svg#part",
        "../x%20y.txt",
        "/",
        "/a/b/#old",
        "https://example.org/x#y",
        "mailto:office@example.org",
        "tel:+43",
    ],
)
def test_good_links_pass(tmp_path: Path, write: Write, address: str) -> None:
    assert problems_with(tmp_path, write, "a/b/index.html", f'<a href="{address}">x</a>') == []


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("missing.html", "there is no such file"),
        ("../../Figure.svg", "there is no such file"),
        ("../../figure.svg/", "there is no such file"),
        ("/missing/", "there is no such file"),
        ("#missing", "has no such anchor"),
        ("../../#Old", "has no such anchor"),
        ("..", "the folder has no index.html"),
        ("../b", "a folder without a closing slash"),
        ("../../../", "out of the site"),
        ("../../..%2f..%2fetc/", "out of the site"),
        ("javascript:alert(1)", "are refused"),
        (" JavaScript:x", "are refused"),
        ("ja\tvascript:x", "are refused"),
        ("file:///etc/passwd", "are refused"),
        ("standard:icescr", "are refused"),
    ],
)
def test_broken_links_are_found(tmp_path: Path, write: Write, address: str, why: str) -> None:
    (problem,) = problems_with(tmp_path, write, "a/b/index.html", f'<a href="{address}">x</a>')
    assert why in problem


@pytest.mark.parametrize("element", ['<img src="x.png">', '<script src="x.js"></script>', '<img srcset="x.png 2x">'])
def test_loaded_files_must_be_there(tmp_path: Path, write: Write, element: str) -> None:
    (problem,) = problems_with(tmp_path, write, "index.html", element)
    assert "there is no such file" in problem


def test_parts_of_inlined_figures_are_anchors(tmp_path: Path, write: Write) -> None:
    figure = '<svg><g id="g1"/><use href="#g1"/><use xlink:href="#g2"/></svg>'
    (problem,) = problems_with(tmp_path, write, "index.html", figure)
    assert "'#g2': index.html has no such anchor" in problem


def test_a_broken_link_is_told_once_a_page(tmp_path: Path, write: Write) -> None:
    assert len(problems_with(tmp_path, write, "index.html", '<a href="x.html">1</a><a href="x.html">2</a>')) == 1


def test_offline_links_name_files(tmp_path: Path, write: Write) -> None:
    body = '<a href="a/b/">folder</a><a href="/index.html">slash</a><a href="a/b/index.html#old">good</a>'
    found = problems_with(tmp_path, write, "index.html", body, offline=True)
    assert [text.partition(": ")[2] for text in found] == [
        "offline, an address cannot begin with a slash",
        "it names a folder; offline, a link must name its index.html",
    ]


def test_a_site_below_a_path_has_its_absolute_links_there(tmp_path: Path, write: Write) -> None:
    canonical = '<link rel="canonical" href="https://example.org/golocal/">'
    lost = '<a href="/golocal/a/b/">good</a><a href="/a/b/">outside</a>'
    write(tmp_path, {**ONLINE, "index.html": HOME % canonical, "404.html": HOME % lost})
    (problem,) = verify_files(tmp_path, offline=False)
    assert str(problem) == "404.html: a href '/a/b/': it leads out of the site"


def test_files_that_style_sheets_load_must_be_there(tmp_path: Path, write: Write) -> None:
    style = "@font-face{src:url(../fonts/a.woff2)} b{background:url('data:image/svg+xml,<svg/>')} c{fill:url(#x)}"
    write(tmp_path, {"css/main.css": style})
    (problem,) = verify_files(tmp_path, offline=False)
    assert str(problem) == "css/main.css: style url() '../fonts/a.woff2': there is no such file"
    write(tmp_path, {"fonts/a.woff2": "x"})
    assert verify_files(tmp_path, offline=False) == []
