"""Hostile Markdown that no check has seen is harmless all the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

Render = Callable[..., html.HtmlElement]

ELEMENTS = frozenset(
    """
    div h1 h2 h3 h4 h5 h6 p a em strong code pre ul ol li dl dt dd table thead tbody tr th td blockquote hr br img
    span sup sub del
    """.split()
)
ATTRIBUTES = frozenset("id class href src alt title start role hidden aria-describedby data-search-exclude".split())
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)

RAW = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js>",
    "text <script>alert(1)</script> text",
    "<img src=x onerror=alert(1)>",
    "a <b onclick=alert(1)>b</b>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<form action=//evil.example><input name=a><button formaction=javascript:alert(1)>x</button></form>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<style>*{background:url(//evil.example)}</style>",
    "<link rel=stylesheet href=//evil.example>",
    "<object data=//evil.example></object><embed src=//evil.example>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
    "<details open ontoggle=alert(1)>x</details>",
    "<!-- comment --> <?php x ?> <![CDATA[x]]> <!DOCTYPE html>",
    "<div markdown=1 onclick=alert(1)>x</div>",
    "<a href=javascript:alert(1)>x</a>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "    <script>alert(1)</script>",
    "- <iframe src=x>\n    - <object>\n\n    <script>alert(1)</script>",
    "> [!NOTE] <b onclick=x>t</b>\n> <script>alert(1)</script>",
    "| a |\n| --- |\n| <img src=x onerror=alert(1)> |",
    "Term <style>\n:   <script>alert(1)</script>",
    "# Heading <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
    "```html\n<script>alert(1)</script>\n```",
    "`<script>alert(1)</script>`",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03 \x02amp\x03lt;script>",
    "[x]: <script>\n\n[x]",
]
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1) ",
    "<javascript:alert(1)>",
    "<java\nscript:alert(1)>",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "&#106avascript:alert(1)",
    "jav&#x09;ascript:alert(1)",
    "jav&Tab;ascript:alert(1)",
    "jav&NewLine;ascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "&#1;javascript:alert(1)",
    "%6aavascript:alert(1)",
    "javascript%3Aalert(1)",
    "java\\script:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "&#100;ata:text/html,x",
    "file:///etc/passwd",
    "blob:https://example.org/x",
    "feed:javascript:alert(1)",
    "view-source:https://example.org",
    "//evil.example/x",
    "&#47;/evil.example/x",
    "/\\evil.example/x",
    "\\\\\\\\evil.example/x",
]
FORMS = {
    "link": "[x]({})",
    "image": "![x]({})",
    "titled": '[x]({} "title")',
    "reference": "[x][y]\n\n[y]: {}",
    "image by reference": "![x][y]\n\n[y]: {}",
    "autolink": "<{}>",
    "image in a link": "[![x]({0})]({0})",
    "in a table": "| a |\n| --- |\n| [x]({}) |",
    "in a heading": "## [x]({})",
    "in a list in a quote": "> - [x]({})",
    "by attribute": "[x](page.md){{: href={} }}",
    "image by attribute": "![x](a.png){{: src={} }}",
}
ATTRIBUTE_LISTS = [
    "onclick=alert(1)",
    'onclick="alert(1)"',
    "ONCLICK=alert(1)",
    "style='background:url(//evil.example)'",
    "srcdoc='<script>alert(1)</script>'",
    "srcset=//evil.example",
    "target=_blank ping=//evil.example download=x",
    "data-md-component=search data-md-toggle=drawer",
    "formaction=javascript:alert(1) action=javascript:alert(1)",
    "xlink:href=javascript:alert(1)",
    "background=//evil.example autofocus onfocus=alert(1) tabindex=0",
    "xmlns=x is=x slot=x nonce=x",
]
CARRIERS = [
    "Text\n{{: {} }}",
    "## Heading {{: {} }}",
    "*emphasis*{{: {} }}",
    "[x](page.md){{: {} }}",
    "![x](a.png){{: {} }}",
    "`code`{{: {} }}",
    "- item\n    {{: {} }}",
    "| a |\n| --- |\n| b {{: {} }} |",
    "``` {{ .html {} }}\ncode\n```",
    "~~~{{ #an-id {} }}\ncode\n~~~",
]


def dangers(tree: html.HtmlElement) -> list[str]:
    """What a browser could run or load from elsewhere in parsed HTML."""
    found = []
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag not in ELEMENTS:
            found.append(f"element {element.tag}")
            continue
        found += [f"{element.tag} {name}" for name in element.attrib if name not in ATTRIBUTES]
        found += [f"{name}={element.get(name)}" for name in ("href", "src") if not harmless(element, name)]
    return found


def harmless(element: html.HtmlElement, name: str) -> bool:
    address = "".join(sign for sign in unescape(element.get(name, "")) if sign > " ")
    if address.replace("\\", "/").startswith("//"):
        return False
    scheme = SCHEME.match(address)
    return scheme is None or (name == "href" and scheme.group().lower() in ("http:", "https:", "mailto:"))


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


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
HOSTILE_FIGURES = [
    "<script>alert(1)</script>",
    "<style>*{fill:red}</style>",
    "<foreignObject/>",
    "<image href='//evil.example/x.png'/>",
    "<rect onclick='alert(1)'/>",
    "<rect style='fill:url(//evil.example)'/>",
    "<rect fill='url(https://evil.example#x)'/>",
    "<rect fill='red'/>",
    "<a href='javascript:alert(1)'><text>x</text></a>",
    "<a href='java&#9;script:alert(1)'><text>x</text></a>",
    "<a href='java&#10;script:alert(1)'><text>x</text></a>",
    "<a href='&amp;#106;avascript:alert(1)'><text>x</text></a>",
    "<a href='data:text/html,x'><text>x</text></a>",
    "<a href='//evil.example'><text>x</text></a>",
    "<a href='/\\evil.example'><text>x</text></a>",
    "<use href='//evil.example#x'/>",
    "<use href='other.svg#x'/>",
    "<animate attributeName='href' values='javascript:alert(1)'/>",
    "<set attributeName='onclick' to='alert(1)'/>",
    "<html:script xmlns:html='http://www.w3.org/1999/xhtml'>alert(1)</html:script>",
]


@pytest.mark.parametrize("inside", HOSTILE_FIGURES)
def test_refused_figures_stay_images(render: Render, tmp_path: Path, inside: str) -> None:
    (tmp_path / "docs/about").mkdir(parents=True)
    (tmp_path / "docs/about/x.svg").write_text(SVG.format(inside), encoding="utf-8")
    tree = render("![A figure](x.svg)", tmp_path)
    assert tree.xpath("//img/@src") == ["x.svg"]
    assert dangers(tree) == []
