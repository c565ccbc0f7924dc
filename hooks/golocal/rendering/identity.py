"""Who publishes this, as `extra.identity` of mkdocs.yml says: the one place for name, contact and disclaimer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from golocal.content.locations import address


@dataclass(frozen=True)
class Identity:
    """Name and disclaimer of the publisher.

    Attributes:
        name: name of the project.
        independence: the sentence that stands on every page.
        licence: licence of the texts, in words.
        series: name of the publisher's own series of papers.
        contact: mail address, web address or words that say where to write; empty where nobody is named.
        site: address of the site; empty where it has none, as the offline copy.
        folders: whether addresses of pages end with a slash.
    """

    name: str
    independence: str
    licence: str
    series: str = ""
    contact: str = ""
    site: str = ""
    folders: bool = True

    @classmethod
    def from_config(cls, extra: Mapping[str, Any], site_name: str, site: str = "", folders: bool = True) -> Identity:
        """Read `extra.identity`; what is missing is empty."""
        given = extra.get("identity") or {}
        words = {name: str(given.get(name) or "") for name in ("independence", "licence", "series", "contact")}
        return cls(site_name, **words, site=site, folders=folders)

    def address_of(self, path: str) -> str:
        """The full address of the page of a repository path; empty where the site has no address."""
        return urljoin(f"{self.site.rstrip('/')}/", address(path, folders=self.folders)) if self.site else ""


def identity_of(settings: Mapping[str, Any]) -> Identity:
    """Who publishes, as the settings in mkdocs.yml say."""
    extra = settings.get("extra")
    name, site = str(settings.get("site_name", "")), str(settings.get("site_url") or "")
    return Identity.from_config(extra if isinstance(extra, dict) else {}, name, site)
