"""Requests to other hosts: each way in which a page, style sheet or figure could make one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from golocal.verifying.run import verify_files

Write = Callable[..., Path]
AWAY = "https://example.org/x"
SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def foreign(folder: Path) -> list[str]:
    return [problem.text for problem in verify_files(folder, offline=False) if "another host" in problem.text]


@pytest.mark.parametrize(
    "element",
    [
        f'<img src="{AWAY}">',
        '<img src="//example.org/x">',
        '<img src="HTTPS://example.org/x">',
        '<img src=" h\nttps://example.org/x">',
        '<img src="\\\\example.org/x">',
        f'<img src="data:,x" srcset="data:,x 1x, {AWAY} 2x">',
        f'<img src="data:,x" srcset="data:,x 1x,{AWAY} 2x">',
        f'<source srcset="{AWAY}">',
        f'<script src="{AWAY}"></script>',
        f'<iframe src="{AWAY}"></iframe>',
        f'<video src="{AWAY}"></video>',
        f'<video poster="{AWAY}"></video>',
        f'<audio src="{AWAY}"></audio>',
        f'<embed src="{AWAY}">',
        f'<object data="{AWAY}"></object>',
        f'<input type="image" src="{AWAY}">',
        f'<form action="{AWAY}"></form>',
        f'<button formaction="{AWAY}">x</button>',
        f'<a href="#" ping="{AWAY}">x</a>',
        f'<link rel="stylesheet" href="{AWAY}">',
        f'<link rel="alternate stylesheet" href="{AWAY}">',
        f'<link rel="preload" href="{AWAY}">',
        f'<link rel="preload" href="data:," imagesrcset="{AWAY} 1x">',
        f'<link rel="icon" href="{AWAY}">',
        f'<link rel="preconnect" href="{AWAY}">',
        f'<link rel="dns-prefetch" href="{AWAY}">',
        f'<link rel="manifest" href="{AWAY}">',
        f'<base href="{AWAY}">',
        f'<meta http-equiv="refresh" content="0; url={AWAY}">',
        f'<meta http-equiv="Refresh" content="3,\'{AWAY}\'">',
        f"<style>a {{ background: url({AWAY}) }}</style>",
        f'<style>@import "{AWAY}";</style>',
        f"<p style=\"background: URL( '{AWAY}' )\">x</p>",
        f'<svg><image href="{AWAY}"/></svg>',
        f'<svg><use xlink:href="{AWAY}#a"/></svg>',
    ],
)
def test_every_foreign_request_of_a_page_is_found(tmp_path: Path, write: Write, element: str) -> None:
    write(tmp_path, {"index.html": f"<html><body>{element}</body></html>"})
    assert len(foreign(tmp_path)) == 1


@pytest.mark.parametrize(
    "element",
    [
        f'<a href="{AWAY}">x</a>',
        f'<link rel="canonical" href="{AWAY}">',
        f'<link rel="alternate" href="{AWAY}">',
        f'<link rel="license" href="{AWAY}">',
        f'<meta property="og:url" content="{AWAY}">',
        f'<svg><a href="{AWAY}"><text>x</text></a></svg>',
        f"<svg {SVG}><text>x</text></svg>",
        f"<p>{AWAY}</p><script>const text = '{AWAY}';</script>",
        '<img src="data:image/png;base64,x">',
    ],
)
def test_what_no_browser_loads_passes(tmp_path: Path, write: Write, element: str) -> None:
    write(tmp_path, {"index.html": f"<html><body>{element}</body></html>"})
    assert foreign(tmp_path) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.css", f"a {{ background: url({AWAY}) }}"),
        ("a.css", f"@import '{AWAY}';"),
        ("a.css", "@import url(//example.org/x);"),
        ("a.svg", f'<svg {SVG}><image xlink:href="{AWAY}"/></svg>'),
        ("a.svg", f"<svg {SVG}><style>@import '{AWAY}';</style></svg>"),
        ("a.svg", f'<svg {SVG}><rect style="fill:url({AWAY})"/></svg>'),
    ],
)
def test_style_sheets_and_figures_are_read_too(tmp_path: Path, write: Write, path: str, text: str) -> None:
    write(tmp_path, {path: text})
    assert len(foreign(tmp_path)) == 1


def test_a_figure_with_an_outer_entity_is_read_without_loading_it(tmp_path: Path, write: Write) -> None:
    secret = write(tmp_path / "out", {"secret.txt": f'<image href="{AWAY}"/>'}) / "secret.txt"
    figure = f'<!DOCTYPE svg [<!ENTITY e SYSTEM "{secret.as_uri()}">]><svg {SVG}>&e;</svg>'
    write(tmp_path / "site", {"a.svg": figure, "b.svg": "", "c.svg": "no figure"})
    assert foreign(tmp_path / "site") == []
