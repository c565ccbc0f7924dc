"""A page is read in sections: what a heading opens, without what is about the page itself or names other pages."""

from __future__ import annotations

from lxml import html

from golocal.rendering.search.sections import Section, line_of, sections_of

PAGE = """
<h1 id="a-title">A title<a class="headerlink" href="#a-title">#</a></h1>
<p class="lead">What it is.</p>
<p class="trust">Our own text, not yet reviewed.</p>
<dl class="facts"><dt>Place</dt><dd>Ambrook</dd></dl>
<h2 id="key-messages">Key messages</h2><ul><li>First things first.</li></ul>
<h2 id="steps">Steps</h2><p>Begin.</p>
<h3 id="one">1. One</h3><p>Ask <a class="term" href="x">people</a><span data-search-exclude="" hidden="">hidden</span>, then decide.</p>
<h2 id="related-pages">Related pages</h2><p>Tasks</p><ul><li><a href="x">Another page</a></li></ul>
<h2 id="sources">Sources</h2><ul><li id="ref-ash">Ash. Wells.</li></ul>
<h2 class="apparatus" data-search-exclude="" id="how-to-cite">How to cite</h2><p>Cite it so.</p>
<h2 id="last">Last</h2><p>End.</p>
"""


def read(text: str) -> list[Section]:
    return sections_of(html.fragment_fromstring(text, create_parent="div"))


def test_sections_have_anchor_heading_and_text() -> None:
    assert [(section.anchor, section.heading, section.shown) for section in read(PAGE)] == [
        ("", "A title", "What it is."),
        ("key-messages", "Key messages", "First things first."),
        ("steps", "Steps", "Begin."),
        ("one", "1. One", "Ask people, then decide."),
        ("last", "Last", "End."),
    ]


def test_panels_are_found_and_not_shown() -> None:
    assert read(PAGE)[0].facts == ["Place Ambrook"]


def test_lead_and_key_messages_weigh_more() -> None:
    assert [line for section in read(PAGE) for line in section.weighty] == ["What it is.", "First things first."]


def test_boxes_that_hold_headings_are_opened() -> None:
    page = read("<div class='home-top'><h1>Home</h1><p>One.</p></div><section><h2 id='a'>A</h2><p>Two.</p></section>")
    assert [(section.heading, section.shown) for section in page] == [("Home", "One."), ("A", "Two.")]


def test_a_box_without_headings_is_text() -> None:
    [section] = read("<h1>T</h1><div class='admonition'><p class='admonition-title'>Limits</p><p>Small.</p></div>")
    assert section.shown == "Limits Small."


def test_nothing_gives_nothing() -> None:
    assert read("") == []


def test_an_item_of_a_list() -> None:
    tree = html.fragment_fromstring(PAGE, create_parent="div")
    assert line_of(tree.get_element_by_id("ref-ash")) == "Ash. Wells."


def test_facts_in_a_fold_are_found_without_its_label() -> None:
    label = '<summary data-search-exclude="">Facts: Ambrook</summary>'
    fold = f'<details class="fold roomy panel">{label}<dl class="facts"><dt>Place</dt><dd>Ambrook</dd></dl></details>'
    assert read(f"<h1>A</h1>{fold}")[0].facts == ["Place Ambrook"]
    assert read(f"<h1>A</h1>{fold}")[0].text == []
