"""What the finding about a link to our own site tells a writer to put in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.content.locations import generated_record, record_page

SITE = "https://guide.example/town/"
PAGE = "docs/about/offered.md"
FRONT = '---\ntitle: Offered\nsummary: What is offered.\nstatus: published\nprovenance: original\nversion: "1.0"\npublished: 2026-11-23\n---\n\n'
OFFERS = {
    "library/rights/adequate-housing/": "`right:adequate-housing`",
    "library/standards/icescr/#article-11": "`standard:icescr`",
    "library/indicators/hou-p-1.html": "`indicator:hou-p-1`",
    "library/terms/#rights-holder": "`term:rights-holder`",
    "library/sources/#ash2020": "`[@ash2020]`",
    "library/sources/a/#ash2020": "`[@ash2020]`",
    "library/rights/": "`right:ID`",
    "library/terms/": "`term:ID`",
    "tasks/cold-week/": "`../tasks/cold-week.md`",
    "tasks/cold-week.html": "`../tasks/cold-week.md`",
    "toolkit/warm-homes/why/#why": "`../../toolkit/warm-homes/why.md`",
    "assets/images/card.png": "`../assets/images/card.png`",
    "": "`../index.md`",
}


@pytest.mark.parametrize("address", OFFERS)
def test_what_is_offered_can_be_written(world: Path, address: str) -> None:
    (world / PAGE).write_text(f"{FRONT}[A page]({SITE}{address}).\n", encoding="utf-8")
    (found,) = [finding for finding in check(world).findings if finding.rule == "link-to-ourselves"]
    assert OFFERS[address] in found.help


@pytest.mark.parametrize("kind", ["standard", "right", "indicator", "term", "reference", "self-check"])
def test_the_page_of_a_record_leads_back_to_the_record(kind: str) -> None:
    assert generated_record(*record_page(kind, "some-id")) == (kind, "some-id")


@pytest.mark.parametrize("page", ["docs/tasks/index.md", "docs/library/index.md", "docs/library/rights/a/b.md"])
def test_written_pages_are_no_records(page: str) -> None:
    assert generated_record(page, "anchor") == ("", "")
