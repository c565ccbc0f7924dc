"""Attack strings, and what a browser could run or load of a rendered text: shared by the tests of safety."""

from __future__ import annotations

import re
from html import unescape

from lxml import html

ELEMENTS = frozenset(
    """
    div h1 h2 h3 h4 h5 h6 p a em strong code pre ul ol li dl dt dd table thead tbody tr th td blockquote hr br img
    span sup sub del details summary
    """.split()
)
ATTRIBUTES = frozenset(
    "id class href src alt title start role hidden open scope tabindex aria-describedby aria-label aria-labelledby data-search-exclude".split()
)
OF_THE_BUILD = {
    ("div", "table-scroll"): frozenset({"aria-label", "aria-labelledby", "tabindex"}),
    ("th", None): frozenset({"scope"}),
    ("a", "headerlink"): frozenset({"aria-hidden", "tabindex"}),
}
"""What the build itself gives to tables, their boxes and the marks of headings, by element and class."""
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
        ours = OF_THE_BUILD.get((element.tag, element.get("class")), frozenset())
        found += [f"{element.tag} {name}" for name in element.attrib if name not in ATTRIBUTES | ours]
        found += [f"{name}={element.get(name)}" for name in ("href", "src") if not harmless(element, name)]
    return found


def harmless(element: html.HtmlElement, name: str) -> bool:
    address = "".join(sign for sign in unescape(element.get(name, "")) if sign > " ")
    if address.replace("\\", "/").startswith("//"):
        return False
    scheme = SCHEME.match(address)
    return scheme is None or (name == "href" and scheme.group().lower() in ("http:", "https:", "mailto:"))


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

FIELD_ATTACKS = {
    "element": '<img src=x onerror=alert(1)><script src="//evil.example/x.js"></script>',
    "end of a tag": '"><script>alert(1)</script>',
    "end of an element": "</title></textarea></script></style><svg onload=alert(1)>",
    "attribute": 'x" onfocus="alert(1)" autofocus onmouseover="alert(1)" x="',
    "attribute in single quotation marks": "x' onfocus='alert(1)' autofocus x='",
    "refresh": '0;url=https://evil.example/" http-equiv="refresh',
    "link": '[x](javascript:alert(1)) <javascript:alert(1)> [y](//evil.example "z" onclick=alert(1))',
    "picture": "![x](https://evil.example/x.png) ![x](data:image/svg+xml,x)",
    "attribute list": "x {: onclick=alert(1) style=color:red } x {: #search__ .md-search }",
    "entities": "&lt;img src=x onerror=alert(1)&gt; &#60;script&#62;alert(1)&#60;/script&#62; &amp;lt;b onclick=alert(1)&amp;gt;",
    "code": "`x` ``<b onclick=alert(1)>`` [`](javascript:alert(1)`)",
    "block": "x\n\n<script>alert(1)</script>\n\n> [!NOTE] <b onclick=alert(1)>\n\n| a |\n| --- |\n| <i onclick=alert(1)> |",
    "template": "{{ config.__class__ }}{% include 'main.html' %}{# x #} ${alert(1)} $(alert)",
    "placeholder": "\x02wzxhzdk:0\x03 \x02klzzwxh:0001\x03 \x02amp\x03lt;script>",
    "line separators": "x\u2028<script>alert(1)</script>\u2029\x85<b onclick=alert(1)>",
}
"""Attacks on a field of plain text, by what they try."""
