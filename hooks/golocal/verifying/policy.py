"""The Content-Security-Policy of built pages: online each page has the one that fits it, offline none has any."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree, html

from golocal.publishing.manifest import Problem
from golocal.rendering.policy import DATA_TYPES, hash_of, policy

BLOCKS = "its Content-Security-Policy blocks"
_POLICIES = etree.XPath(
    "//meta[translate(@http-equiv, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')='content-security-policy']"
)
_BEFORE = etree.XPath("preceding::*[not(self::meta[@charset])]")
_SCRIPTS = etree.XPath("//*[local-name()='script'][not(@src)]")
_STYLES = etree.XPath("//*[local-name()='style'] | //*[@style]")
_HANDLERS = etree.XPath("//@*[starts-with(name(), 'on')]/..")


def policy_problems(path: str, tree: html.HtmlElement | None, *, offline: bool) -> Iterator[Problem]:
    """Yield a problem where a page lacks its policy, where another stands, and for all in the page that the policy would block."""
    found = [] if tree is None else _elements(_POLICIES, tree)
    if offline:
        if found:
            yield Problem(path, "offline, a Content-Security-Policy would stop the search")
        return
    if tree is None or len(found) != 1:
        yield Problem(path, f"it has {len(found) or 'no'} Content-Security-Policy; online, each page has one")
        return
    if _elements(_BEFORE, found[0]) or found[0].getparent().tag != "head":  # type: ignore[union-attr]
        yield Problem(
            path, "its Content-Security-Policy does not stand first in the head: what stands before it is not bound"
        )
    yield from _unfit(path, tree, str(found[0].get("content")))


def _unfit(path: str, tree: html.HtmlElement, written: str) -> Iterator[Problem]:
    scripts = [script.text or "" for script in _elements(_SCRIPTS, tree) if script.get("type", "") not in DATA_TYPES]
    named = _directives(written).get("script-src", frozenset())
    for script in scripts:
        if hash_of(script) not in named:
            yield Problem(path, f"{BLOCKS} a script in the page, which is none of the theme: {script[:60]!r}")
    if _directives(written) != _directives(policy(named & set(map(hash_of, scripts)))):
        yield Problem(path, f"its Content-Security-Policy is not the one that this site needs: {written[:80]}")
    for element in _elements(_STYLES, tree):
        yield Problem(path, f"{BLOCKS} the style in the element {element.tag}")
    for element in _elements(_HANDLERS, tree):
        yield Problem(path, f"{BLOCKS} the program in an attribute of the element {element.tag}")


def _directives(written: str) -> dict[str, frozenset[str]]:
    """Sources by directive; of a directive that is given twice a browser takes the first."""
    found: dict[str, frozenset[str]] = {}
    for part in written.split(";"):
        name, *sources = part.split() or [""]
        found.setdefault(name, frozenset(sources))
    return found


def _elements(find: etree.XPath, tree: etree._Element) -> list[etree._Element]:
    return cast(list[etree._Element], find(tree))
