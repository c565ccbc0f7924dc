"""The Content-Security-Policy of an online page: nothing runs but scripts of the site, nothing comes from elsewhere.

A script that stands in the page itself runs by its hash, and gets one only if it is a script of the theme's templates: one that
came in by the text of a page stays without and does not run. The policy is a tag of the page, so that it holds on any host. The
offline copy has none, because a page from a disk is of no origin and could run no script of the site; a preview has none, because
its server adds a script.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
"""What a page may load, by kind; `script-src` takes the hashes of the page's own scripts besides."""
DATA_TYPES = frozenset({"application/json", "application/ld+json"})
"""Types of script elements that hold data: no browser runs them, so they need no hash."""
REFERRER = '<meta name="referrer" content="no-referrer">'

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"(?<![\w-])src\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""(?<![\w-])type\s*=\s*["']?([\w/+.-]+)""", re.IGNORECASE)
_EXPRESSION = re.compile(r"\{\{.*?\}\}")
_ADDRESS = r"[\w./:~-]*"
_CHARSET = re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE)
_HEAD = re.compile(r"<head[^>]*>", re.IGNORECASE)


class ThemeScripts:
    """The scripts that stand in the templates of a theme; where a template fills in a value, any address inside the site fits."""

    def __init__(self, folders: Iterable[Path]) -> None:
        bodies = {body for folder in folders for body in _bodies_in(folder)}
        patterns = (_ADDRESS.join(map(re.escape, _EXPRESSION.split(body))) for body in sorted(bodies))
        self._known = re.compile("|".join(patterns) or r"(?!)")

    def __contains__(self, body: str) -> bool:
        """Whether a script of a page is one of the theme's."""
        return self._known.fullmatch(body) is not None


def with_policy(page: str, scripts: ThemeScripts) -> str:
    """The page with its policy as the first thing that a browser reads after the encoding. It must not change any more after that."""
    hashes = [hash_of(body) for body in _inline_scripts(page) if body in scripts]
    tags = f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes)}">{REFERRER}'
    place = _CHARSET.search(page) or _HEAD.search(page)
    return f"{page[: place.end()]}{tags}{page[place.end() :]}" if place else page


def policy(hashes: Iterable[str]) -> str:
    """The policy of a page whose own scripts have these hashes."""
    directives = {**DIRECTIVES, "script-src": " ".join([DIRECTIVES["script-src"], *dict.fromkeys(hashes)])}
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def hash_of(body: str) -> str:
    """A script as the policy names it, with the quotation marks that belong to it."""
    read = body.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(read.encode()).digest()).decode()}'"


def _inline_scripts(page: str) -> Iterator[str]:
    for match in _SCRIPT.finditer(page):
        kind = _TYPE.search(match[1])
        if not _SOURCE.search(match[1]) and (kind is None or kind[1].lower() not in DATA_TYPES):
            yield match[2]


def _bodies_in(folder: Path) -> Iterator[str]:
    for template in sorted(folder.rglob("*.html")):
        yield from (body for body in _inline_scripts(template.read_text(encoding="utf-8")) if body.strip())
