"""In both copies of the site the page of each worksheet leads to its CSV file, which begins with the mark that spreadsheet programs want."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from golocal.content.catalogue import Catalogue
from golocal.content.locations import address

pytestmark = pytest.mark.site
MARK = b"\xef\xbb\xbf"


@pytest.mark.parametrize("folders", [True, False], ids=["online", "offline"])
def test_every_worksheet_leads_to_its_file(
    site_online: Path, site_offline: Path, catalogue: Catalogue, folders: bool
) -> None:
    site = site_online if folders else site_offline
    sheets = catalogue.of_kind("worksheet")
    assert sheets
    for entry in sheets:
        place = address(entry.path, folders=folders)
        page = site / place / "index.html" if folders else site / place
        link = html.document_fromstring(page.read_bytes()).find(".//p[@class='fill-in']/a")
        assert link is not None, entry.path
        file = page.parent / str(link.get("href"))
        content = file.read_bytes()
        assert (file.suffix, content[:3], content.count(MARK)) == (".csv", MARK, 1), entry.path
        assert content.count(b"\n") == content.count(b"\r\n"), "no line of a file ends otherwise"
        assert f"{max(round(len(content) / 1000), 1)} kB" in str(link.text)
