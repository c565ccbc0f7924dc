"""A tidy tree as Typst markup, block by block. An element that is not known is refused, never dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from golocal.publishing.pdf.inline import anchor, in_language, inline, label
from golocal.publishing.pdf.tables import table
from golocal.publishing.pdf.text import PageRefused, boolean, call, content, literal
from golocal.publishing.publications.tidy import BOX, BOX_TITLE, FOLD_LABEL, HEADINGS, UNLISTED, classes, holds_text
from golocal.rendering.page_tree import plain_text

PARAGRAPHS = ("lead", "trust", "group", BOX_TITLE, FOLD_LABEL)
"""Classes of paragraphs that document.typ sets in its own way."""
SHORT = 240
"""Letters of a paragraph of three lines at most."""
LISTS = {"step-facts": "step-facts", "facts": "facts-panel", "chain": "chain"}
"""Classes of definition lists of which the same is true, and what sets them."""


def flow(element: etree._Element, between: str = "\n\n") -> str:
    """What is inside an element that holds text or blocks.

    Raises:
        PageRefused: something cannot be printed, or an image has no alternative text.
    """
    if holds_text(element):
        return inline(element)
    return blocks(element, between)


def blocks(elements: Iterable[etree._Element], between: str = "\n\n") -> str:
    """Blocks that follow one another. Raises PageRefused as `flow` does."""
    return between.join(filter(None, map(_block, elements)))


def _block(element: etree._Element) -> str:
    write = _BLOCKS.get(str(element.tag))
    if write is None:
        raise PageRefused(f"the element `{element.tag}` cannot be printed")
    markup = write(element)
    named = "" if element.tag in HEADINGS else anchor(element)
    return named + in_language(element, markup)


def _paragraph(element: etree._Element) -> str:
    text = inline(element)
    name = next((name for name in PARAGRAPHS if name in classes(element)), "")
    name = name or ("run-in" if _is_heading_in_words(element) else "lead-in" if _leads_in(element) else "")
    return f"#{name}{content(text)}" if name and text else text


def _is_heading_in_words(element: etree._Element) -> bool:
    """Whether a paragraph is bold as a whole: it announces what follows, and must not stand alone at the end of a page."""
    only = element[0] if len(element) == 1 and not element.text else None
    follows = element.getnext() is not None
    return follows and only is not None and only.tag == "strong" and (only.tail or "") in ("", ":", ".")


def _leads_in(element: etree._Element) -> bool:
    """Whether a paragraph says in a few lines what a table or list behind it holds, and belongs on its page."""
    following = element.getnext()
    if following is None:
        return False
    text = plain_text(element).strip()
    is_list = following.tag in ("ul", "ol") and text.endswith(":")
    return len(text) < SHORT and (is_list or following.tag == "table" or following.find("table") is not None)


def _heading(element: etree._Element) -> str:
    level = str(element.tag)[1:]
    listed = {"outlined": "false"} if UNLISTED in classes(element) else {}
    return f"#{call('heading', level=level, **listed)}{content(inline(element))}{label(element)}"


def _list(element: etree._Element) -> str:
    items = element.findall("li")
    tight = not any(child.tag == "p" for item in items for child in item)
    between = "\n" if tight else "\n\n"
    bodies = [content(anchor(item) + in_language(item, flow(item, between))) for item in items]
    if element.tag == "ul":
        return f"#{call('list', *bodies, tight=boolean(tight))}"
    return f"#{call('enum', *bodies, tight=boolean(tight), start=str(int(element.get('start', '1'))))}"


def _definitions(element: etree._Element) -> str:
    items: list[str] = []
    for terms, meanings in _pairs(element):
        term = "#linebreak()".join(anchor(row) + in_language(row, flow(row)) for row in terms)
        meaning = "\n\n".join(anchor(row) + in_language(row, flow(row)) for row in meanings)
        items.append(call("terms.item", content(term), content(meaning)))
    listed = f"#{call('terms', *items)}"
    name = next((LISTS[name] for name in classes(element) if name in LISTS), "")
    return f"#{name}{content(listed)}" if name else listed


def _pairs(element: etree._Element) -> list[tuple[list[etree._Element], list[etree._Element]]]:
    """Terms that stand together with the meanings that follow them."""
    pairs: list[tuple[list[etree._Element], list[etree._Element]]] = []
    for row in element:
        if row.tag == "dt" and (not pairs or pairs[-1][1]):
            pairs.append(([], []))
        pairs[-1][row.tag == "dd"].append(row)
    return pairs


def _box(element: etree._Element) -> str:
    kind = next((name.removeprefix("box-") for name in classes(element) if name.startswith("box-")), "note")
    name = literal(kind) if BOX in classes(element) else literal("note")
    return f"#{call('callout', name)}{content(flow(element))}"


def _code_block(element: etree._Element) -> str:
    return f"#{call('raw', literal(''.join(map(str, element.itertext())).rstrip()), block='true')}"


_BLOCKS: dict[str, Callable[[etree._Element], str]] = {
    **dict.fromkeys(HEADINGS, _heading),
    "aside": _box,
    "blockquote": lambda element: f"#{call('quote', block='true')}{content(flow(element))}",
    "div": flow,
    "dl": _definitions,
    "hr": lambda element: "#rule()",
    "ol": _list,
    "p": _paragraph,
    "pre": _code_block,
    "table": lambda element: table(element, flow),
    "ul": _list,
}
