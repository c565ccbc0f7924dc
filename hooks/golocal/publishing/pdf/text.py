"""Text as Typst reads it. All text stands in string literals, where only `\\`, `"` and control characters are special.

In Typst's markup some twenty characters change meaning with their neighbours; in a string none does, quotes are not made
typographic and hyphens are not joined to dashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029]')


class PageRefused(Exception):
    """A page cannot become a PDF; the text says why."""


def literal(text: str) -> str:
    """A Typst string literal whose value is exactly the text."""
    return f'"{_SPECIAL.sub(_escaped, text)}"'


def call(name: str, *arguments: str, **named: str) -> str:
    """A call in Typst's code: `name(argument, key: value)`; underscores of keys become hyphens."""
    pairs = [f"{key.replace('_', '-')}: {value}" for key, value in named.items()]
    return f"{name}({', '.join([*pairs, *arguments])})"


def array(items: Iterable[str]) -> str:
    """An array of values in code."""
    return f"({''.join(f'{item}, ' for item in items)})"


def boolean(value: bool) -> str:
    """`true` or `false`."""
    return "true" if value else "false"


def content(markup: str) -> str:
    """A content block."""
    return f"[{markup}]"


def shown(text: str) -> str:
    """Text as markup."""
    return f"#{literal(text)}" if text else ""


def _escaped(match: re.Match[str]) -> str:
    found = match.group()
    return f"\\{found}" if found in '"\\' else f"\\u{{{ord(found):x}}}"
