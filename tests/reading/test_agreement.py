"""The scan agrees with the renderer: the same anchors, and the same addresses of links and images."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

import markdown
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from golocal.reading.addresses import SCHEMES, scheme_of
from golocal.reading.markdown import Source, read_markdown

TITLE = "A title"
FRONT = f"---\ntitle: {TITLE}\n---\n"
SETTINGS = settings(derandomize=True, deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))


@cache
def renderer() -> markdown.Markdown:
    """Python-Markdown as the site uses it, without what only changes the looks."""
    made = markdown.Markdown(
        extensions=["tables", "def_list", "fenced_code", "toc", "attr_list", "pymdownx.quotes"],
        extension_configs={"pymdownx.quotes": {"callouts": True}},
    )
    made.preprocessors.deregister("html_block")
    made.inlinePatterns.deregister("html")
    made.inlinePatterns.deregister("automail")
    made.parser.blockprocessors.deregister("code")
    return made


class Page(HTMLParser):
    """Anchors of headings and addresses of links and images of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.anchors: list[str] = []
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.anchors.append(values.get("id") or "")
        address = values.get("href" if tag == "a" else "src")
        if address is not None:
            self.addresses.append(address)


def rendered(body: str) -> Page:
    return Page(renderer().reset().convert(f"# {TITLE}\n\n{body}"))


def scanned(body: str) -> Source:
    return read_markdown(FRONT + body)


WORDS = st.sampled_from(["heat", "a home", "Zürich", "the 2nd floor", "under_score", "50 %", "R&D", "人権", "o'clock"])
PATHS = st.sampled_from(
    [
        "a.md",
        "../b/c.md#d",
        "x_(y).md",
        "https://example.org/?a=1&b=2",
        "standard:icescr#art-2",
        "#heat",
        "mailto:a@b.example",
    ]
)


@st.composite
def inline(draw: st.DrawFn, *, links: bool = True) -> str:
    """A piece of text with its markup."""
    text, target = draw(WORDS), draw(PATHS)
    forms = [
        text,
        f"*{text}*",
        f"**{text}**",
        f"`{text}`",
        f"``a ` {text}``",
        "\\[no\\](link.md)",
        "`[no](link.md)`",
        "\\`",
        "\\#",
    ]
    if links:
        forms += [
            f"[{text}]({target})",
            f'[{text}]({target} "A title")',
            f"[*{text}* `b`](<{target}>)",
            f"![{text}]({target})",
            f"[![{text}](a.svg)]({target})",
            f"[{text}][one]",
            f"[{text}] [two]",
            "[one][]",
            "[two]",
            f"[{text}]",
            f"[@{text}]",
            "<https://example.org/a>",
        ]
    return draw(st.sampled_from(forms))


@st.composite
def line(draw: st.DrawFn) -> str:
    return " ".join(draw(st.lists(inline(), min_size=1, max_size=4)))


@st.composite
def block(draw: st.DrawFn) -> str:
    one, two, level = draw(line()), draw(line()), draw(st.integers(1, 6))
    plain = draw(inline(links=False))
    return draw(
        st.sampled_from(
            [
                f"{one}\n{two}",
                f"{'#' * level} {one}",
                f"{'#' * level} {plain} {'#' * level}",
                f"## {plain}",
                f"{plain}\n-----",
                f"{one}\n===",
                f"## {plain}\n{two}\n---",
                f"- {one}\n- {two}\n\n    {plain}",
                f"1. {one}\n2. {two}",
                f"> {one}\n>\n> {two}",
                f"> [!NOTE]\n> {one}",
                f"Term\n:   {one}\n\n:   {two}",
                f"| {plain} | b |\n| --- | --- |\n| {one} | c |",
                f"```markdown\n# {plain}\n\n[no](link.md)\n```",
                f"~~~\n{one}\n~~~",
                f"    {one}",
                "[One]: one.md",
                "[two]: <https://example.org/two>\n    'A title'",
                "---",
            ]
        )
    )


@SETTINGS
@given(st.lists(block(), min_size=1, max_size=8))
def test_documents_of_known_constructs_are_read_as_they_are_rendered(blocks: list[str]) -> None:
    body = "\n\n".join(blocks) + "\n"
    source, page = scanned(body), rendered(body)
    assume(not source.faults)
    assert [heading.slug for heading in source.headings] == page.anchors[1:]
    assert sorted(link.target for link in source.links) == sorted(page.addresses)


PIECES = """
[ ] ( ) < > ! ` `` ``` ~~~ \\ * _ # {n}##_ {n} {n}{n} {n}____ -_ >_ 1._ :_ {n}=== {n}--- | a [a] [a]:_x.md{n} [a](x.md) ![a](x.svg) (z)
" ' https://e.example <https://e.example> {n}```{n} [b][a] [a][] & &amp; &#58; %3a javascript:x [x](javascript:x) {n}[x]:_data:y{n}
[x] <data://z> \t [!NOTE] { }
""".replace("{n}", "\n").split(" ")
NOISE = st.lists(st.sampled_from([piece.replace("_", " ").strip("\n") or "\n" for piece in PIECES]), max_size=25)


@SETTINGS
@given(NOISE)
def test_no_unsafe_address_escapes_the_scan(pieces: list[str]) -> None:
    body = "".join(pieces)
    source, page = scanned(body), rendered(body)
    assume(not source.faults)
    refused = {address for address in page.addresses if scheme_of(address) not in SCHEMES}
    if refused:
        assert {link.target for link in source.links if scheme_of(link.target) not in SCHEMES}


@SETTINGS
@given(NOISE)
def test_links_of_noise_are_found(pieces: list[str]) -> None:
    body = "".join(pieces)
    source, page = scanned(body), rendered(body)
    assume(not source.faults)
    known = {"x.md", "x.svg", "z", "https://e.example"}
    assert known & set(page.addresses) <= {link.target for link in source.links}


def test_title_comes_first_among_the_anchors() -> None:
    assert [heading.slug for heading in scanned("## A title\n\n## A title\n").headings] == ["a-title_1", "a-title_2"]


def test_offsets_bound_the_target() -> None:
    body = "A [b](c.md) and [d][e], <https://f.example>, ![g]( <h.svg> 'I').\n\n[e]: <j.md>\n"
    text = FRONT + body
    links = scanned(body).links
    assert [link.target for link in links] == ["c.md", "j.md", "https://f.example", "h.svg"]
    assert [text[link.start : link.end] for link in links] == [link.target for link in links]
    assert [(link.line, link.column) for link in links] == [(4, 3), (4, 17), (4, 25), (4, 46)]
