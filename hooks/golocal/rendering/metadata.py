"""Plain text for a theme that prints titles and descriptions as they are, inside of tags too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import escape


def as_html(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Front matter whose texts are escaped as HTML. They are marked as such, so that a template that escapes does not do it twice."""
    return {name: escape(value) if isinstance(value, str) else value for name, value in meta.items()}
