"""Small pieces of Markdown: what is escaped shows exactly its text, with our extensions and without them."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from golocal.reading.yamltree import read_yaml
from golocal.rendering.text import bullets, escape, facts, first_sentence, in_people, long_date, panel, quoted, section

STOCK = ["attr_list", "def_list", "tables", "fenced_code", "toc", "pymdownx.quotes"]
CALLOUTS = {"pymdownx.quotes": {"callouts": True}}
SIGNS = st.text(st.sampled_from("ab12 \n\\`*_{}[]()<>#+-.!|:=~&;\"'/@^$%,"), max_size=30)
MARKUP = (
    "a,1. ,- ,# ,> ,[!NOTE],\n,\n\n,    ,:   ,---,===,~~~,```,&amp;,&#60;,<b>,<!--,-->,{: .x},[a](b),![a](b),[@k],"
    "| a | b |,|---|---|,*x*,__y__,\\*,http://x.y,<http://x.y>,a@b.c"
).split(",")
TOKENS = st.lists(st.sampled_from(MARKUP), max_size=8).map("".join)


@pytest.fixture(scope="module")
def renderers() -> list[markdown.Markdown]:
    return [
        markdown.Markdown(extensions=[*STOCK, *more], extension_configs=CALLOUTS)
        for more in ([], ["golocal.rendering.markdown"])
    ]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=SIGNS | TOKENS)
def test_escaped_text_shows_itself(renderers: list[markdown.Markdown], text: str) -> None:
    for renderer in renderers:
        output = renderer.reset().convert(f"start\n\n{escape(text)}")
        shown = html.fragment_fromstring(output, create_parent="div").text_content()
        assert shown.split() == ["start", *text.split()]


def test_escaping_keeps_the_space_between_pieces() -> None:
    assert escape(" (2016)") == " (2016)"
    assert escape("1. Title") == "1\\. Title"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("2026-11-03", "3 November 2026"), ("2026-11", "November 2026"), ("2026", "2026")],
)
def test_long_date(value: str, shown: str) -> None:
    assert long_date(value) == shown


def test_facts_without_value_are_left_out() -> None:
    shown = facts([("Place", "Ghent"), ("Cost", ""), ("Size", "small")])
    assert shown == "Place {: .fact }\n:   Ghent\n\nSize {: .fact }\n:   small"


def test_bullets_and_sections() -> None:
    assert bullets(["a", "b"]) == "- a\n- b"
    assert section("Heading", "Text.", "x") == "## Heading {: #x }\n\nText.\n"
    assert section("Heading", "") == ""


@settings(derandomize=True)
@given(
    st.text(
        st.characters(
            min_codepoint=32, exclude_characters="\x7f\x85\xa0\u2028\u2029", exclude_categories=["Cs", "Cc", "Cn", "Co"]
        ),
        max_size=40,
    )
)
def test_quoted_text_is_read_back(text: str) -> None:
    assert read_yaml(f"key: {quoted(text)}").value == {"key": text}


def test_a_panel_names_its_first_facts_unless_told_what_to_say() -> None:
    pairs = [("Number", "1"), ("Cost", ""), ("Year", "2031"), ("Authors", "Ash"), ("Publisher", "Birch")]
    assert panel(pairs).startswith("Facts: number, year, authors and more\n{: .fold .roomy .panel }\n\nNumber")
    assert panel(pairs[:4]).startswith("Facts: number, year, authors\n")
    assert panel(pairs, "of 2031").startswith("Facts: of 2031\n")
    assert panel([("Cost", "")], "nothing") == ""


@pytest.mark.parametrize(
    ("text", "first"),
    [("One. Two.", "One."), ("One", "One"), ("Why? So.", "Why?"), ("Since 1.5 days. Two.", "Since 1.5 days.")],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_a_size_is_one_of_people_where_it_has_a_number() -> None:
    assert [in_people("Under 5,000"), in_people("A region")] == ["Under 5,000 people", "A region"]
