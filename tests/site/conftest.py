"""Built pages, parsed once a session."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html


@pytest.fixture(scope="session")
def pages(site_online: Path) -> dict[str, html.HtmlElement]:
    """All pages of the online site by their path, parsed. Read only."""
    return {
        file.relative_to(site_online).as_posix(): html.document_fromstring(file.read_bytes())
        for file in sorted(site_online.rglob("*.html"))
    }
