"""Elements of XHTML, and a page of an EPUB around them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

XHTML, OPS, SVG = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops", "http://www.w3.org/2000/svg"
MEANING = f"{{{OPS}}}type"
"""The attribute that tells reading systems what an element is for; they open notes in a window by it."""
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
STYLE = "style.css"


class Maker:
    """Makes elements of a namespace: `E("p", {"class": "lead"}, "Text", E("br"))`."""

    def __init__(self, namespace: str, prefixes: Mapping[str | None, str]) -> None:
        self._namespace = namespace
        # The stubs of lxml know no namespace without a prefix.
        self._prefixes: Any = dict(prefixes)

    def __call__(self, tag: str, *inside: Mapping[str, str] | etree._Element | str) -> etree._Element:
        """An element with attributes, text and elements."""
        made = etree.Element(self.name(tag), nsmap=self._prefixes)
        for piece in inside:
            if isinstance(piece, str):
                self._write(made, piece)
            elif isinstance(piece, etree._Element):
                made.append(piece)
            else:
                set_all(made, piece)
        return made

    def name(self, tag: str) -> str:
        """The name of an element as lxml has it."""
        return f"{{{self._namespace}}}{tag}"

    @staticmethod
    def _write(made: etree._Element, text: str) -> None:
        if len(made):
            made[-1].tail = (made[-1].tail or "") + text
        else:
            made.text = (made.text or "") + text


def set_all(element: etree._Element, attributes: Mapping[str, str]) -> None:
    """Give an element attributes."""
    for name, value in attributes.items():
        element.set(name, value)


E = Maker(XHTML, {None: XHTML, "epub": OPS})
S = Maker(SVG, {None: SVG})


class Unfit(Exception):
    """Something that an EPUB cannot hold; the text says what."""


def page(title: str, language: str, *inside: etree._Element) -> bytes:
    """A file of XHTML with a style sheet."""
    head = E("head", E("title", title), E("link", {"rel": "stylesheet", "type": "text/css", "href": STYLE}))
    return as_file(E("html", {"lang": language, LANGUAGE: language}, head, E("body", *inside)))


def as_file(root: etree._Element) -> bytes:
    """The bytes of an XHTML file."""
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")
    return data + b"\n"
