"""Addresses as a browser reads them: it decodes entities and drops what cannot be seen before it looks for a scheme."""

from __future__ import annotations

from functools import lru_cache
from html import unescape
from urllib.parse import unquote

SCHEMES = frozenset({"", "http", "https", "mailto"})
"""Schemes that a link may have; a relative link has none."""


def scheme_of(target: str) -> str:
    """The scheme of an address in small letters as a browser would see it; empty for a relative link."""
    head, colon, _ = _as_read(target).partition(":")
    return head if colon and not set(head) & set("/?#") else ""


def names_host(target: str) -> bool:
    """Whether an address without a scheme names another host, as `//example.org/` does."""
    return _as_read(target).replace("\\", "/").startswith("//")


@lru_cache(maxsize=65536)
def _as_read(target: str) -> str:
    return "".join(sign for sign in unquote(unescape(target)) if sign > " ").lower()
