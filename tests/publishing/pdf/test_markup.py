"""HTML becomes Typst markup and PDF: any text comes through unchanged; what is not accessible is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typst
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from golocal.publishing.pdf.blocks import flow
from golocal.publishing.pdf.compiler import compile_pdf, compile_pictures
from golocal.publishing.pdf.figures import PRINT_STYLE
from golocal.publishing.pdf.text import PageRefused, literal
from golocal.publishing.publications.tidy import tidy

from .making import IMPRINT, ROOT, assert_accessible, markup, pdf, source
from .pdf_text import text_of_pdf, unpacked


def test_a_source_gives_identical_bytes_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = source(KINDS)
    first = compile_pdf(text, ROOT)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert compile_pdf(text, tmp_path) == first


def test_pages_can_be_looked_at() -> None:
    pictures = compile_pictures(source("<p>Text</p>"), ROOT)
    assert len(pictures) == 3, "cover, contents, text"
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


SVG = '<svg class="figure" viewBox="0 0 10 10"{0}><rect class="fig-ink" width="5" height="5"/></svg>'


@pytest.mark.parametrize(
    "image", [SVG.format(""), SVG.format(' aria-label=" "'), '<img src="a.png"/>', '<img src="a.png" alt=""/>']
)
def test_image_without_alternative_text_is_refused(image: str) -> None:
    with pytest.raises(PageRefused, match="no alternative text"):
        markup(f"<p>{image}</p>")


def test_typst_itself_refuses_an_image_without_alternative_text() -> None:
    bare = f'#image(bytes({literal("<svg xmlns=" + repr("http://www.w3.org/2000/svg") + "/>")}), format: "svg")'
    with pytest.raises(PageRefused, match="missing alt text"):
        compile_pdf(f"{source('')}\n\n{bare}", ROOT)


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<p><video/></p>", "`video` cannot be printed"),
        ("<video/><p/>", "`video` cannot be printed"),
        ("<form/>", "`form` cannot be printed"),
        ('<p lang="Dutch!">a</p>', "language `Dutch!`"),
        ('<p><a href="#nowhere">a</a></p>', "nowhere"),
        ("<p>\u0939</p>", "could not be displayed"),
        ("<h3>Skipped</h3>", "heading"),
        ("<table><tbody><tr><td>a</td></tr></tbody></table>", "no header"),
        (SVG.format(' aria-label="a"').replace("fig-ink", "fig-new"), "fig-new"),
        ('<p><img src="../../../outside.png" alt="a"/></p>', "file"),
    ],
)
def test_what_cannot_be_printed_is_refused(inside: str, reason: str) -> None:
    with pytest.raises(PageRefused, match=reason):
        pdf(inside)


def texts_in(value: Any) -> Iterator[str]:
    """All text in the content that a query returned."""
    if isinstance(value, list):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, dict):
        if value.get("func") == "space":
            yield " "
        for key, child in value.items():
            if key == "text" and isinstance(child, str):
                yield child
            else:
                yield from texts_in(child)


def as_typst_reads(markup_text: str) -> str:
    """The text that Typst sees in some markup."""
    found = json.loads(typst.query(f"#box[{markup_text}]<asked>".encode(), "<asked>", ignore_system_fonts=True))
    return "".join(texts_in(found))


SPECIAL = r"""# \ " ' * _ ` $ < > @ [ ] { } ( ) ; : / // /* */ - -- --- ... = + 1. ~ & | ^ #let #{ ]#[ \u{41} http://a.b <a> @b"""


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_string_is_read_as_itself(text: str) -> None:
    found = json.loads(typst.query(f"#metadata({literal(text)})<asked>".encode(), "<asked>", field="value"))
    assert found == [text]


LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(LETTERS, st.sampled_from([*SPECIAL.split(), SPECIAL])), min_size=3, max_size=3))
def test_any_text_comes_out_as_the_same_text(parts: list[str]) -> None:
    assume("___" not in "".join(parts))  # room to write in
    paragraph = etree.Element("p")
    paragraph.text = parts[0]
    strong = etree.SubElement(paragraph, "strong")
    strong.text, strong.tail = parts[1], parts[2]
    tree = etree.Element("div")
    tree.append(paragraph)
    expected = re.sub(r" +", " ", "".join(parts)).strip(" ")
    assert as_typst_reads(flow(tidy(tree))) == expected


def test_special_letters_reach_the_file() -> None:
    inside = SPECIAL.replace("&", "&amp;").replace("<", "&lt;")
    assert SPECIAL in text_of_pdf(pdf(f"<p>{inside}</p>"))


def test_facts_of_the_document_stand_in_the_file() -> None:
    imprint = replace(IMPRINT, title='A "quoted" #title', language="pt-BR")
    data = pdf("<p>Texto</p>", imprint)
    assert b"/Lang(pt-BR)" in data
    assert b"D:20310301" in data
    assert b"(The project)" in data
    assert b'A "quoted" #title' in data


def test_language_of_parts(tmp_path: Path) -> None:
    data = pdf('<p>Ghent: <span lang="nl">praktijktesten</span></p><p lang="ar" dir="rtl">abc</p>')
    assert b"/Lang(nl)" in unpacked(data)
    assert b"/Lang(ar)" in data
    (tmp_path / "parts.pdf").write_bytes(data)
    assert_accessible(tmp_path / "parts.pdf")


KINDS = """
<p class="lead">Lead</p><p class="trust">Trust</p>
<ul><li>One<ul><li>Nested</li></ul></li><li id="place">Two</li></ul>
<ol start="3"><li><p>Loose</p><p>Second</p></li><li><p>Next</p></li></ol>
<dl class="step-facts"><dt>Actor</dt><dd>Officer</dd><dt>Time</dt><dt>Cost</dt><dd>None</dd></dl>
<div class="admonition note box-limits"><p class="admonition-title">Limits</p><p>Text</p></div>
<details class="note"><summary>More</summary><p>Hidden</p></details>
<blockquote><p>Quoted</p></blockquote><hr/><pre><code class="language-yaml">a: "b"
  c</code></pre>
<p>A <code>x = "1"</code> b<br/>
<a href="#place">here</a>, <a href="../a.md">elsewhere</a>, <a href="https://example.org/">away</a></p>
<div class="table-scroll" role="group" tabindex="0"><table><thead><tr><th>A</th><th class="align-right">B</th></tr></thead>
<tbody><tr><td>1</td><td class="align-right">2</td></tr></tbody></table></div>
"""


def test_all_kinds_of_blocks_are_accessible(tmp_path: Path) -> None:
    data = pdf(KINDS)
    (tmp_path / "kinds.pdf").write_bytes(data)
    assert_accessible(tmp_path / "kinds.pdf")
    text = text_of_pdf(data)
    for words in ("Nested", "3. Loose", "Time Cost None", "Hidden", 'A x = "1" b here (p. 3) , elsewhere, away'):
        assert words in text


def test_only_places_and_web_addresses_are_links() -> None:
    found = markup('<p id="a"><a href="#a">1</a><a href="b.md#c">2</a><a href="https://example.org/">3</a></p>')
    assert (found.count("#page-link("), found.count("#link(")) == (1, 1)
    assert "b.md" not in found


def test_an_address_that_the_text_does_not_show_stands_in_a_note(tmp_path: Path) -> None:
    hidden = '<p>See <a href="https://example.org/a">the rules</a>.</p>'
    table = f"<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>{hidden}</td></tr></tbody></table>"
    data = pdf(hidden + table)
    assert text_of_pdf(data).count("https://example.org/a") == 2
    (tmp_path / "notes.pdf").write_bytes(data)
    assert_accessible(tmp_path / "notes.pdf")
    assert "address-note" not in markup('<p><a href="https://example.org/a">https://example.org/a</a></p>')


def test_apparatus_of_the_web_page_is_left_out() -> None:
    apparatus = '<a class="headerlink" href="#h">#</a><span data-search-exclude="" hidden="hidden">tip</span>'
    assert markup(f'<h2 id="h">Head {apparatus}</h2>') == '#heading(level: 2)[#"Head"]#label("h")'


def test_the_rest_of_a_long_list_is_printed_without_a_box() -> None:
    found = markup('<details class="fold"><summary>and 3 more</summary><ul><li>One</li></ul></details>')
    label = markup("<p>and 3 more</p>")
    assert found == f"#fold-label[{label}]\n\n{markup('<ul><li>One</li></ul>')}"
    assert "callout" in markup("<details><summary>Title</summary><p>Text</p></details>")


def test_fonts_of_the_machine_are_not_used(tmp_path: Path) -> None:
    with pytest.raises(PageRefused, match="unknown font family"):
        compile_pdf(source("<p>Text</p>"), ROOT, fonts=tmp_path)


def test_every_class_of_figures_has_a_colour_for_print(repository: Path) -> None:
    style = (repository / "docs" / "assets" / "css" / "70-figures.css").read_text(encoding="utf-8")
    assert set(re.findall(r"\.(fig-[a-z-]+)", style)) == set(PRINT_STYLE)
