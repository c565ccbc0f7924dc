"""A page's tree becomes a small set of elements that any writer can walk; nothing of the text is lost."""

from __future__ import annotations

from lxml import etree

from golocal.publishing.publications.tidy import BLOCKS, HOLDERS, WHOLE, holds_text, tidy

PAGE = """
<div><h1 id="a">Title <a class="headerlink" href="#a">#</a></h1><p>A  <em>word</em>
 and <a class="term" href="t.md#x">term</a><span class="term-tip" data-search-exclude="" hidden="hidden">tip</span>.</p>
<div class="admonition note box-limits"><p class="admonition-title">Limits</p><p>Text</p></div>
<details class="fold"><summary>and 3 more</summary><ul><li>One <p>Two</p> three</li></ul></details>
<div class="table-scroll" role="group" tabindex="0" aria-label="Table"><table><tbody><tr><td> x </td></tr></tbody></table></div>
<h2 class="sources">Sources</h2><ul><li>Source</li></ul>
<h2>Next</h2><p>Kept</p><h3>Below</h3>
<h2 class="apparatus" data-search-exclude="">How to cite</h2><p>Cited</p><h3>Part</h3><p>Of it</p></div>
"""


def shown(tree: etree._Element) -> str:
    return etree.tostring(tree, encoding="unicode")


def test_what_serves_the_web_page_alone_is_gone() -> None:
    text = shown(tidy(etree.fromstring(PAGE)))
    for gone in ("headerlink", "tip", "table-scroll", "tabindex", "details", "Sources", "How to cite", "Of it"):
        assert gone not in text
    assert "Kept" in text
    assert '<aside class="box box-limits"><p class="box-title">Limits</p>' in text
    assert '<p class="fold-label">and 3 more</p>' in text
    assert "<p>A <em>word</em> and" in text


def test_every_element_holds_blocks_or_text() -> None:
    tree = tidy(etree.fromstring(PAGE))
    for element in tree.iter(*HOLDERS):
        if holds_text(element):
            continue
        assert not (element.text or "").strip()
        assert all(child.tag in BLOCKS and not (child.tail or "").strip() for child in element), shown(element)
    assert "<li><p>One</p><p>Two</p><p>three</p></li>" in shown(tree)
    assert "<td>x</td>" in shown(tree)


def test_the_given_tree_is_left_as_it_was() -> None:
    tree = etree.fromstring(PAGE)
    before = shown(tree)
    tidy(tree)
    assert shown(tree) == before


def test_a_writer_may_keep_sections() -> None:
    assert "Source" in shown(tidy(etree.fromstring(PAGE), left_out=frozenset()))
    assert {"code", "img", "svg"} == WHOLE


def test_the_facts_of_a_page_are_printed_without_the_label_of_their_fold() -> None:
    label = '<summary data-search-exclude="">Facts: Ambrook</summary>'
    fold = f'<details class="fold roomy panel">{label}<dl class="facts"><dt>Place</dt><dd>Ambrook</dd></dl></details>'
    text = shown(tidy(etree.fromstring(f"<div><h1>A</h1>{fold}</div>")))
    assert '<div><dl class="facts"><dt>Place</dt><dd>Ambrook</dd></dl></div>' in text
    assert "Facts:" not in text
