"""The page that stands in for the site: whole HTML that a screen reader can follow, and nothing of a source acts in it."""

from __future__ import annotations

import lxml.html

from golocal.findings import Finding, Severity
from golocal.serving.waiting_page import TITLE, waiting_page

FINDING = Finding(
    "docs/about/a.md",
    3,
    8,
    "link-broken",
    Severity.ERROR,
    'the link leads to no file: `<script>alert("x")</script>`',
    "try `b.md`",
)


def parsed(findings: list[Finding], trouble: str = "") -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(waiting_page(findings, trouble))


def test_it_has_language_title_and_one_main_heading() -> None:
    page = parsed([FINDING])
    assert page.get("lang") == "en"
    assert page.findtext(".//title") == TITLE
    assert [heading.text for heading in page.iter("h1", "h2")] == [TITLE, "1 error, 0 warnings."]
    assert page.xpath("//meta[@name='viewport']")
    assert page.xpath("count(//main)") == 1


def test_each_finding_has_place_reason_and_way_out() -> None:
    entries = [entry.text_content() for entry in parsed([FINDING, FINDING._replace(line=9)]).iter("li")]
    assert len(entries) == 2
    assert entries[1].startswith("docs/about/a.md:9:8: error[link-broken]: the link leads to no file")
    assert entries[1].endswith("Help: try `b.md`")


def test_text_of_a_source_stays_text() -> None:
    page = parsed([FINDING], trouble="<img src=x onerror=alert(1)>")
    assert list(page.iter("script", "img")) == []
    assert "<img src=x onerror=alert(1)>" in page.text_content()


def test_it_loads_nothing() -> None:
    assert parsed([FINDING]).xpath("//@src | //@href") == []
