"""Hostile Markdown that no check has seen is harmless all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from tests.hostile.attacks import (
    ADDRESSES,
    ATTRIBUTE_LISTS,
    CARRIERS,
    FORMS,
    HOSTILE_FIGURES,
    RAW,
    SVG,
    dangers,
)

Render = Callable[..., html.HtmlElement]


@pytest.mark.parametrize("text", RAW)
def test_raw_html_becomes_text(render: Render, text: str) -> None:
    assert dangers(render(text)) == []


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_addresses_of_other_schemes_are_dropped(render: Render, form: str) -> None:
    left = {address: dangers(render(form.format(address))) for address in ADDRESSES}
    assert {address: found for address, found in left.items() if found} == {}


@pytest.mark.parametrize("carrier", CARRIERS)
def test_attribute_lists_bring_nothing_dangerous(render: Render, carrier: str) -> None:
    left = {given: dangers(render(carrier.format(given))) for given in ATTRIBUTE_LISTS}
    assert {given: found for given, found in left.items() if found} == {}


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a?b=c&d#e", "http://example.org", "mailto:a@example.org", "page.md#x", "#x", "?q=1"],
)
def test_good_addresses_stay(render: Render, address: str) -> None:
    assert render(f"[x]({address})").xpath("//a/@href") == [address]


def test_foreign_images_are_dropped(render: Render) -> None:
    assert render("![x](https://example.org/a.png)").xpath("//img/@src") == []
    assert render("![x](a.png)").xpath("//img/@src") == ["a.png"]


def test_markup_of_the_site_keeps_its_attributes(render: Render) -> None:
    tree = render('[t](terms.md#t "d"){: .term }\n\n- x\n    {: #ref-a }\n\n| a |\n| --: |\n| b |')
    assert tree.xpath("//a/@aria-describedby") == tree.xpath("//span/@id")
    assert tree.xpath("//li/@id") == ["ref-a"]
    assert set(tree.xpath("//th/@class | //td/@class")) == {"align-right"}


def test_dangers_are_seen() -> None:
    for text in ("<b onclick=x>x</b>", "<script>x</script>", "<a href='&#106;avascript:x'>x</a>", "<img src=//a.b>"):
        assert dangers(html.fragment_fromstring(text, create_parent="div"))


LINKS = [f"[x]({address})" for address in ADDRESSES]
LISTS = [f"{{: {given} }}" for given in ATTRIBUTE_LISTS]
SIGNS = ["\n", "\n\n", "    ", ":   ", "> ", "- ", "# ", *"|`*[]()!<>&\\", "```"]
PIECES = st.sampled_from([*RAW, *LINKS, *LISTS, *SIGNS])


@settings(max_examples=150, deadline=None, derandomize=True)
@given(pieces=st.lists(PIECES, max_size=8))
def test_mixtures_are_harmless(render: Render, pieces: list[str]) -> None:
    assert dangers(render("".join(pieces))) == []


@pytest.mark.parametrize("inside", HOSTILE_FIGURES)
def test_refused_figures_stay_images(render: Render, tmp_path: Path, inside: str) -> None:
    (tmp_path / "docs/about").mkdir(parents=True)
    (tmp_path / "docs/about/x.svg").write_text(SVG.format(inside), encoding="utf-8")
    tree = render("![A figure](x.svg)", tmp_path)
    assert tree.xpath("//img/@src") == ["x.svg"]
    assert dangers(tree) == []


@pytest.mark.parametrize(
    "text", ["[x](javascript:alert(1))", "[x](page.md){: href= y }", "![x](//evil.example/x)", "![x](a.png){: src= y }"]
)
def test_what_loses_its_address_becomes_text(render: Render, text: str) -> None:
    """MkDocs stops at a link or image without an address."""
    assert render(text).xpath("//a | //img") == []
    assert render(text).text_content().strip() == "x"


def test_a_figure_whose_address_is_empty_is_no_figure(render: Render, tmp_path: Path) -> None:
    assert render("![x](a.svg){: src= y }", tmp_path).text_content().strip() == "x"
