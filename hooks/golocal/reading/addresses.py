"""Addresses as a browser reads them: it decodes entities and drops what cannot be seen before it looks for a scheme."""

from __future__ import annotations

from functools import lru_cache
from html import unescape
from urllib.parse import SplitResult, unquote, urlsplit

SCHEMES = frozenset({"", "http", "https", "mailto"})
"""Schemes that a link may have; a relative link has none."""


def scheme_of(target: str) -> str:
    """The scheme of an address in small letters as a browser would see it; empty for a relative link."""
    head, colon, _ = _as_read(target).partition(":")
    return head if colon and not set(head) & set("/?#") else ""


def names_host(target: str) -> bool:
    """Whether an address without a scheme names another host, as `//example.org/` does."""
    return _as_read(target).replace("\\", "/").startswith("//")


def host_of(target: str) -> str:
    """The host of a web address in small letters, without user, port and final full stop; empty where there is none."""
    parts = _parts(target)
    try:
        return (parts.hostname or "").rstrip(".") if parts else ""
    except ValueError:
        return ""


def belongs_to(host: str, site: str) -> bool:
    """Whether a host is the site itself or a subdomain of it; `notexample.org` does not belong to `example.org`."""
    return host == site or host.endswith(f".{site}")


def path_below(target: str, base: str) -> str | None:
    """The path of an address below a base address, without its first slash; None where it does not lie below.

    The scheme does not count: `http` leads where `https` leads.
    """
    parts, start = _parts(target), _parts(base)
    if not parts or not start or not start.netloc or parts.netloc != start.netloc:
        return None
    folder = start.path.rstrip("/")
    if start.query or not (parts.path.rstrip("/") == folder or parts.path.startswith(f"{folder}/")):
        return None
    return parts.path[len(folder) :].lstrip("/")


@lru_cache(maxsize=65536)
def _parts(target: str) -> SplitResult | None:
    try:
        return urlsplit(_as_read(target).replace("\\", "/"))
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def _as_read(target: str) -> str:
    return "".join(sign for sign in unquote(unescape(target)) if sign > " ").lower()
