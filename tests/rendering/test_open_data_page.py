"""The page of the data lists what was made, with sizes and links; without data it says so and promises nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import golocal
from golocal.checks.run import check
from golocal.publishing.data.files import write_data
from golocal.rendering.identity import Identity
from golocal.rendering.made import NOTHING_MADE, Made
from golocal.rendering.offline import LARGE
from golocal.rendering.opendata import OpenData
from golocal.rendering.site import Site

IDENTITY = Identity("The invented guide", "Independent.", "CC BY-SA 4.0")
FRONT = "---\ntitle: Data\nsummary: All records as data, free of conditions.\nstatus: published\nprovenance: original\n"
TEXT = """\
version: "1.0"
published: 2031-01-01
---

[Plan workbook](download:plan-workbook)

## Tables

[](list:data-tables)

## Whole

[](list:data-whole)

## Cite

[](list:data-citation)

## Columns

[](list:data-columns)
"""


@pytest.fixture
def page(world: Path) -> Path:
    (world / "docs/about/data.md").write_text(FRONT + TEXT, encoding="utf-8")
    return world


def text_of(root: Path, data: Path | None) -> str:
    report = check(root)
    assert not report.failed, report.findings
    if data:
        write_data(report.catalogue, IDENTITY, data)
    made = Made(data=OpenData.of(data)) if data else NOTHING_MADE
    return Site(root, report.catalogue, IDENTITY, made=made).page("docs/about/data.md").text


def test_every_table_has_its_three_files_with_their_sizes(page: Path, tmp_path: Path) -> None:
    text = text_of(page, tmp_path / "data")
    assert "**Standards**, 1 row: [standards.csv](../data/standards.csv) (1 kB), " in text
    assert "[standards.xlsx](../data/standards.xlsx) (" in text
    provisions = next(line for line in text.splitlines() if line.startswith("- **Provisions**"))
    assert "standards.xlsx" in provisions, "they stand in the workbook of the standards"


def test_everything_that_was_made_is_offered(page: Path, tmp_path: Path) -> None:
    text = text_of(page, tmp_path / "data")
    missing = [file.name for file in (tmp_path / "data").iterdir() if f"](../data/{file.name})" not in text]
    assert missing == []


def test_a_copy_on_a_disk_holds_the_files_once(page: Path, tmp_path: Path) -> None:
    text_of(page, data := tmp_path / "data")
    copy = Made.of("", str(data), on_disk=True)
    copy_of_the_site = LARGE.name(golocal.__version__)
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / copy_of_the_site).write_bytes(b"any")
    online = Made.of(str(tmp_path / "copies"), str(data))
    assert {path.name for path in online.files} - {path.name for path in copy.files} == {
        "go-local-data.zip",
        copy_of_the_site,
    }
    offered = Site(page, check(page).catalogue, IDENTITY, made=copy).page("docs/about/data.md").text
    assert "go-local-data.zip" not in offered
    assert "datapackage.json" in offered


def test_columns_are_explained_as_the_models_explain_them(page: Path, tmp_path: Path) -> None:
    text = text_of(page, tmp_path / "data")
    assert "| `cautions` | string | How it misleads. |" in text
    assert "| `owes` | list | What the city owes you, one sentence each. |" in text
    assert "| `denominator` | string, may be empty |" in text


def test_it_says_how_to_cite_the_edition(page: Path, tmp_path: Path) -> None:
    text = text_of(page, tmp_path / "data")
    assert "The invented guide. 2031. “Records as data.” Data package, edition of " in text


def test_a_copy_without_data_promises_none(page: Path) -> None:
    text = text_of(page, None)
    assert "](../data/" not in text
    assert text.count("This copy has no data files: `scripts/build` makes them.") == 3
    assert "Plan workbook (this copy has no data files: `scripts/build` makes them)" in text


def test_the_example_of_the_plan_has_a_page(world: Path) -> None:
    site = Site(world, check(world).catalogue, IDENTITY)
    text = site.page("docs/library/plan.md").text
    assert "Ambrook, an invented town. Every figure is invented." in text
    assert "## 1. Heat sensors in rented homes {: #heat-sensors }" in text
    assert "11 in 2030" in text
    assert "12,000 crowns a year" in text
