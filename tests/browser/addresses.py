"""How the two copies of the site name a page."""

from __future__ import annotations


def folder_address(path: str) -> str:
    """Address on the online site of a page that the offline copy has at `path`."""
    if path == "404.html" or not path.endswith(".html"):
        return path
    return path.removesuffix("index.html") if path.endswith("index.html") else f"{path.removesuffix('.html')}/"
