"""The HTML tree of a page as Typst markup, block by block. An element that is not known is refused, never dropped.

The build does not run this yet; only tests do.
"""

from __future__ import annotations

import copy
from collections.abc import Callable

from lxml import etree

from golocal.publishing.typst_inline import anchor, in_language, inline, label
from golocal.publishing.typst_tables import table
from golocal.publishing.typst_text import PageRefused, call, collapse, content, literal
from golocal.rendering.page_tree import is_apparatus
from golocal.rendering.text import FOLD

PARAGRAPHS = ("lead", "trust", "admonition-title")
"""Classes of paragraphs that document.typ sets in its own way."""


def typst_markup(tree: etree._Element, page: str) -> str:
    """The body of a page, as `page_tree` makes it. `page` is its repository path.

    Raises:
        PageRefused: something cannot be printed, or an image has no alternative text.
    """
    return flow(copy.deepcopy(tree), page)


def flow(element: etree._Element, page: str, between: str = "\n\n") -> str:
    """What is inside an element that may hold text, blocks or both. Changes the element."""
    if not any(child.tag in _BLOCKS for child in element):
        collapse(element)
        return inline(element, page)
    _wrap_text(element)
    return between.join(filter(None, (_block(child, page) for child in element if not is_apparatus(child))))


def _block(element: etree._Element, page: str) -> str:
    write = _BLOCKS.get(str(element.tag))
    if write is None:
        raise PageRefused(f"the element `{element.tag}` cannot be printed")
    markup = write(element, page)
    named = "" if element.tag in _HEADINGS else anchor(element)
    return named + in_language(element, markup)


def _wrap_text(element: etree._Element) -> None:
    """Put text that stands beside blocks into paragraphs."""
    run = etree.Element("p")
    run.text, element.text = element.text, None
    for child in list(element):
        if child.tag in _BLOCKS:
            _insert_before(child, run)
            run = etree.Element("p")
            run.text, child.tail = child.tail, None
        else:
            run.append(child)
    element.append(run)


def _insert_before(child: etree._Element, run: etree._Element) -> None:
    if len(run) or (run.text or "").strip():
        child.addprevious(run)


def _paragraph(element: etree._Element, page: str) -> str:
    collapse(element)
    text = inline(element, page)
    name = next((name for name in PARAGRAPHS if name in _classes(element)), "")
    return f"#{name}{content(text)}" if name and text else text


def _heading(element: etree._Element, page: str) -> str:
    collapse(element)
    level = str(element.tag)[1:]
    return f"#{call('heading', level=level)}{content(inline(element, page))}{label(element)}"


def _list(element: etree._Element, page: str) -> str:
    items = [item for item in element if item.tag == "li"]
    tight = not any(child.tag == "p" for item in items for child in item)
    between = "\n" if tight else "\n\n"
    bodies = [content(anchor(item) + in_language(item, flow(item, page, between))) for item in items]
    if element.tag == "ul":
        return f"#{call('list', *bodies, tight=_boolean(tight))}"
    return f"#{call('enum', *bodies, tight=_boolean(tight), start=str(int(element.get('start', '1'))))}"


def _definitions(element: etree._Element, page: str) -> str:
    items: list[str] = []
    for terms, meanings in _pairs(element):
        term = "#linebreak()".join(anchor(row) + in_language(row, flow(row, page)) for row in terms)
        meaning = "\n\n".join(anchor(row) + in_language(row, flow(row, page)) for row in meanings)
        items.append(call("terms.item", content(term), content(meaning)))
    listed = f"#{call('terms', *items)}"
    return f"#step-facts{content(listed)}" if "step-facts" in _classes(element) else listed


def _pairs(element: etree._Element) -> list[tuple[list[etree._Element], list[etree._Element]]]:
    """Terms that stand together with the meanings that follow them."""
    pairs: list[tuple[list[etree._Element], list[etree._Element]]] = []
    for row in element:
        if row.tag == "dt" and (not pairs or pairs[-1][1]):
            pairs.append(([], []))
        pairs[-1][row.tag == "dd"].append(row)
    return pairs


def _division(element: etree._Element, page: str) -> str:
    inside = flow(element, page)
    kind = next((name.removeprefix("box-") for name in _classes(element) if name.startswith("box-")), "note")
    boxed = (element.tag == "details" and FOLD not in _classes(element)) or "admonition" in _classes(element)
    return f"#{call('callout', literal(kind))}{content(inside)}" if boxed else inside


def _summary(element: etree._Element, page: str) -> str:
    """The label of a fold is a paragraph; of a box, its title."""
    details = element.getparent()
    if details is not None and FOLD in _classes(details):
        return _paragraph(element, page)
    collapse(element)
    return f"#admonition-title{content(inline(element, page))}"


def _code_block(element: etree._Element, page: str) -> str:
    return f"#{call('raw', literal(''.join(map(str, element.itertext())).rstrip()), block='true')}"


def _classes(element: etree._Element) -> list[str]:
    return element.get("class", "").split()


def _boolean(value: bool) -> str:
    return "true" if value else "false"


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS: dict[str, Callable[[etree._Element, str], str]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    "blockquote": lambda element, page: f"#{call('quote', block='true')}{content(flow(element, page))}",
    "details": _division,
    "div": _division,
    "dl": _definitions,
    "hr": lambda element, page: "#rule()",
    "ol": _list,
    "p": _paragraph,
    "pre": _code_block,
    "summary": _summary,
    "table": lambda element, page: table(element, lambda cell: flow(cell, page)),
    "ul": _list,
}
