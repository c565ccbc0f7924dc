"""The plan workbook offers the records, computes what it says, and prints as an annex."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook

from golocal.checks.run import check
from golocal.content.catalogue import Catalogue
from golocal.publishing.data.files import data_files
from golocal.publishing.data.records import Records
from golocal.publishing.plan.lists import Lists
from golocal.publishing.plan.rows import FIELDS, FIRST, LAST, ROWS, example_of
from golocal.rendering.identity import Identity

SHEETS = ["Read me first", "Plan", "Example", "Council annex", "Lists"]
HEADS = [field.head for field in FIELDS]
CHAIN = (
    "Right",
    "Provision",
    "Objective",
    "Indicator",
    "Baseline",
    "Target",
    "Budget line",
    "Amount",
    "Responsible unit",
)


@pytest.fixture(scope="module")
def path(open_data: Path) -> Path:
    return open_data / "plan-workbook.xlsx"


@pytest.fixture(scope="module")
def shown(path: Path) -> Workbook:
    """The workbook with the values that its formulas have."""
    return openpyxl.load_workbook(path, data_only=True)


@pytest.fixture(scope="module")
def written(path: Path) -> Workbook:
    """The workbook with its formulas."""
    return openpyxl.load_workbook(path)


def measures(sheet: Any) -> list[dict[str, Any]]:
    lines = sheet.iter_rows(min_row=FIRST, max_row=LAST, values_only=True)
    rows = [dict(zip(HEADS, line, strict=True)) for line in lines]
    return [row for row in rows if row["Objective"]]


def named(book: Workbook, name: str) -> list[Any]:
    sheet, cells = book.defined_names[name].attr_text.split("!")
    left, top, right, bottom = range_boundaries(cells.replace("$", ""))
    lines = book[sheet].iter_rows(top, bottom, left, right, values_only=True)
    return [value for (value,) in lines]


def test_it_has_its_sheets_in_the_order_in_which_one_needs_them(shown: Workbook) -> None:
    assert shown.sheetnames == SHEETS
    assert all(sheet.sheet_state == "visible" for sheet in shown)
    guide = " ".join(str(cell) for row in shown["Read me first"].iter_rows(values_only=True) for cell in row if cell)
    assert all(name in guide for name in SHEETS[1:])


def test_the_empty_plan_has_the_chain_as_columns(shown: Workbook) -> None:
    head = [cell.value for cell in shown["Plan"][FIRST - 1]]
    assert head == HEADS
    assert [head.index(name) for name in CHAIN] == sorted(head.index(name) for name in CHAIN)
    assert measures(shown["Plan"]) == []


def test_the_example_is_whole_and_says_that_it_is_invented(shown: Workbook, catalogue: Catalogue) -> None:
    rows = measures(shown["Example"])
    assert len(rows) == len(catalogue.of_kind("measure")) >= 8
    assert all(row[name] not in (None, "") for row in rows for name in (*CHAIN, "Unit of the indicator", "Status"))
    assert "invented" in shown["Example"]["A1"].value
    assert "20,000" in shown["Example"]["A1"].value
    assert shown["Council annex"]["A3"].value.startswith("INVENTED EXAMPLE")


def test_what_the_example_names_can_be_chosen(shown: Workbook) -> None:
    rights, provisions = named(shown, "ProvisionRights"), named(shown, "RightProvisions")
    pairs = set(zip(rights, provisions, strict=True))
    indicators = set(zip(named(shown, "IndicatorRights"), named(shown, "RightIndicators"), strict=True))
    for row in measures(shown["Example"]):
        assert row["Right"] in named(shown, "Rights")
        assert (row["Right"], row["Provision"]) in pairs
        assert (row["Right"], row["Indicator"]) in indicators
        assert row["Status"] in named(shown, "States")


def test_the_arithmetic_of_the_example_is_right(shown: Workbook) -> None:
    sheet, rows = shown["Example"], measures(shown["Example"])
    units = dict(zip(named(shown, "AllIndicators"), named(shown, "IndicatorUnits"), strict=True))
    for row in rows:
        assert row["Unit of the indicator"] == units[row["Indicator"]]
        if row["Newest value"] is not None:
            way = (row["Newest value"] - row["Baseline"]) / (row["Target"] - row["Baseline"])
            assert row["Way covered"] == pytest.approx(way)
    counted = [sheet[cell].value for cell in ("F2", "F3", "F4", "M2", "M3", "M4")]
    assert counted == [len(rows), sum(row["Amount"] for row in rows), 0, 0, 0, 0]
    assert f"{len(rows)} measures, {sum(row['Amount'] for row in rows):,} " in shown["Council annex"]["A4"].value


def test_shares_in_the_objectives_are_the_values_beside_them(catalogue: Catalogue) -> None:
    """The sums of the example, from the numbers in its words."""
    _, rows = example_of(Records(catalogue))
    by_number = {row["number"]: row for row in rows}
    expected = {2: (None, 120, 240), 3: (None, 24, 40), 4: (5, 12, 18), 5: (12, 48, 80), 7: (62, 90, 100)}
    for number, (start, end, whole) in expected.items():
        assert by_number[number]["target"] == round(100 * end / whole)
        assert start is None or by_number[number]["baseline"] == round(100 * start / whole)


def test_lists_are_grouped_so_that_a_right_has_one_stretch(shown: Workbook) -> None:
    """The formula of the drop-down takes as many cells as the right has, from the first one on."""
    for name in ("ProvisionRights", "IndicatorRights"):
        rights = named(shown, name)
        assert rights == sorted(rights)
        assert all(rights)


def test_drop_downs_stand_on_every_row_and_follow_the_right(written: Workbook) -> None:
    for name in ("Plan", "Example"):
        lists = {str(rule.sqref): rule for rule in written[name].data_validations.dataValidation if rule.type == "list"}
        assert set(lists) == {f"{column}{FIRST}:{column}{LAST}" for column in "BCER"}
        assert f"$B{FIRST}" in lists[f"C{FIRST}:C{LAST}"].formula1
        assert all(len(rule.formula1) <= 255 for rule in lists.values()), "a longer formula is refused"
        assert all(rule.promptTitle and rule.prompt for rule in lists.values())


def test_sums_cover_every_row(written: Workbook) -> None:
    formulas = [cell.value for row in written["Plan"]["A1:R5"] for cell in row if str(cell.value).startswith("=")]
    assert len(formulas) == 6
    assert all(set(re.findall(r"\$(\d+)", formula)) == {str(FIRST), str(LAST)} for formula in formulas)


def test_the_annex_shows_every_row_of_the_sheet_that_is_chosen(written: Workbook) -> None:
    annex = written["Council annex"]
    for line in range(ROWS):
        for cell in annex[7 + line]:
            assert re.findall(r"Plan!\$[A-Z]+(\d+)", cell.value)
            assert set(re.findall(r"(?:Plan|Example)!\$[A-Z]+(\d+)", cell.value)) == {str(FIRST + line)}
    (choice,) = annex.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("B1", '"Plan,Example"')


def test_the_annex_prints_on_landscape_pages_with_head_and_number(written: Workbook) -> None:
    annex = written["Council annex"]
    assert (annex.page_setup.orientation, annex.page_setup.paperSize) == ("landscape", 9)
    assert annex.print_title_rows == "$6:$6"
    assert annex.print_area.endswith(f"$A$3:$I${6 + ROWS}")
    assert "&P" in str(annex.oddFooter.right.text)
    assert (annex.page_setup.fitToHeight, annex.sheet_properties.pageSetUpPr.fitToPage) == (0, True)


def test_a_plan_without_records_can_still_be_filled(world: Path) -> None:
    for file in (world / "docs/data/measures").glob("*.yml"):
        file.unlink()
    made = data_files(check(world).catalogue, Identity("The invented guide", "Independent.", "CC BY-SA 4.0"))
    book = openpyxl.load_workbook(io.BytesIO(made["plan-workbook.xlsx"]), data_only=True)
    assert measures(book["Example"]) == []
    assert book["Council annex"]["A4"].value.startswith("0 measures")


def test_a_provision_is_offered_for_the_rights_that_lean_on_it(world: Path) -> None:
    lists = Lists.of(Records(check(world).catalogue))
    assert ("Right to housing", "Warm Covenant, Article 4") in lists.provisions
    assert "HOMES-BELOW-18 Homes below 18 degrees" in lists.units


def test_its_language_and_day_are_fixed(path: Path) -> None:
    with zipfile.ZipFile(path) as book:
        core = book.read("docProps/core.xml").decode()
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "<dc:language>en</dc:language>" in core
    assert "T00:00:00Z</dcterms:created>" in core
