"""Who publishes this, as `extra.identity` of mkdocs.yml says: the one place for name, contact and disclaimer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Identity:
    """Name and disclaimer of the publisher.

    Attributes:
        name: name of the project.
        independence: the sentence that stands on every page.
        licence: licence of the texts, in words.
    """

    name: str
    independence: str
    licence: str

    @classmethod
    def from_config(cls, extra: Mapping[str, Any], site_name: str) -> Identity:
        """Read `extra.identity`; what is missing is empty."""
        given = extra.get("identity") or {}
        return cls(site_name, str(given.get("independence", "")), str(given.get("licence", "")))
