"""What a whole built page could run or load, seen beside a page of the same site that nobody attacked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import html
from tests.hostile.attacks import ATTRIBUTES, ELEMENTS

from golocal.rendering.policy import DATA_TYPES
from golocal.verifying.tree import scheme_of

FOLLOWED = frozenset({"", "http", "https", "mailto"})


def strange_in(folder: Path, usual: Path) -> list[str]:
    """Elements with attributes, and addresses, in the pages of a site that neither the usual site nor a text may have."""
    accepted = {(tag, name) for page in pages(usual) for tag, name, _ in _parts(page)}
    found = []
    for page in pages(folder):
        for tag, name, value in _parts(page):
            harmless = (tag, name) in accepted or (tag in ELEMENTS and (not name or name in ATTRIBUTES))
            loaded = name in ("src", "action", "data", "srcset") or (tag in ("link", "use", "image") and name == "href")
            scheme = scheme_of(value) if name in ("href", "src", "action", "content") else ""
            if not harmless or (name != "content" and scheme not in FOLLOWED) or (loaded and scheme):
                found.append(f"{page}: <{tag} {name}={value[:60]!r}>")
    return found


def pages(folder: Path) -> list[Path]:
    """All pages of a site."""
    return sorted(folder.rglob("*.html"))


def scripts_in(folder: Path) -> set[str]:
    """All programs that stand in pages of a site themselves; not data."""
    return {
        script.text or ""
        for page in pages(folder)
        for script in html.document_fromstring(page.read_bytes()).iter("script")
        if script.get("type") not in DATA_TYPES
    }


def data_in(folder: Path) -> list[str]:
    """All data that stand in script elements of a site's pages."""
    return [
        script.text or ""
        for page in pages(folder)
        for script in html.document_fromstring(page.read_bytes()).iter("script")
        if script.get("type") in DATA_TYPES
    ]


def _parts(page: Path) -> Iterator[tuple[str, str, str]]:
    """Each element with each of its attributes, and with none."""
    for element in html.document_fromstring(page.read_bytes()).iter():
        tag = str(element.tag)
        yield tag, "", ""
        for name, value in element.attrib.items():
            yield tag, str(name), str(value)
