"""The sheets of the plan workbook that hold rows: the empty plan, and the filled example."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from golocal.content.relations import Node
from golocal.publishing.data.records import Records
from golocal.publishing.data.sheets import LINE, PAPER, Book, height, text
from golocal.publishing.plan.lists import STATES, indicator_name, offered
from golocal.reading.parts import record_reference

PLAN, EXAMPLE = "Plan", "Example"
ROWS = 20
HEAD = 6
"""Row of the headings, counted from 0; the first measure stands below."""
FIRST, LAST = HEAD + 2, HEAD + 1 + ROWS
"""First and last row of measures, as formulas count them."""


class Field(NamedTuple):
    """A column: its key, heading, width, and what the cursor is told on a cell."""

    key: str
    head: str
    width: int
    help: str


FIELDS = (
    Field("number", "No.", 5, "Number of the measure."),
    Field("right", "Right", 24, "Choose the right that the measure serves."),
    Field(
        "standard",
        "Provision",
        28,
        "Choose a provision. The list fits the right; you may also write a provision of your own law.",
    ),
    Field("objective", "Objective", 44, "What will be different, by when, in words that can be checked."),
    Field("indicator", "Indicator", 32, "Choose an indicator. Its method sheet on the site says how to count."),
    Field(
        "unit", "Unit of the indicator", 24, "Fills itself from the indicator. Write over it if you count otherwise."
    ),
    Field("baseline", "Baseline", 10, "Value at the start, a plain number in the unit on the left."),
    Field("baseline_year", "Baseline year", 9, "Year of the baseline."),
    Field("target", "Target", 10, "Value to reach, in the same unit."),
    Field("target_year", "Target year", 9, "Year by which the target is reached."),
    Field("latest", "Newest value", 10, "Newest value, in the same unit. Leave it empty until you have one."),
    Field("latest_year", "Newest year", 9, "Year of the newest value."),
    Field("way", "Way covered", 10, "Computed: how much of the way from baseline to target is done."),
    Field("budget_line", "Budget line", 28, "Number and name of the line of the budget that pays for it."),
    Field("amount", "Amount", 12, "Money a year, a plain number."),
    Field("money", "Unit of the amount", 14, "Such as euros a year."),
    Field("responsible", "Responsible unit", 22, "The office that answers for it, one only."),
    Field("state", "Status", 13, "How far it is."),
)
COLUMN = {field.key: xl_col_to_name(at) for at, field in enumerate(FIELDS)}
_AT = {field.key: at for at, field in enumerate(FIELDS)}
_NUMBERS = ("number", "baseline", "target", "latest", "amount")
YEARS = ("baseline_year", "target_year", "latest_year")
MOST = 1_000_000_000_000
"""A number in a plan is smaller."""
Measure = dict[str, Any]


def example_of(records: Records) -> tuple[str, list[Measure]]:
    """Town and measures of the invented plan, in words, as many as the sheet has rows for."""
    found = sorted((record.data for record in records.by_kind["measure"]), key=lambda data: int(data["number"]))
    return (str(found[0]["town"]) if found else ""), [_in_words(records, data) for data in found[:ROWS]]


def _in_words(records: Records, data: dict[str, Any]) -> Measure:
    node = Node(*(record_reference(data["indicator"]) or ("indicator", "", "")))
    unit = records.known[node.key].data["unit"]
    way = None
    if "latest" in data and data["target"] != data["baseline"]:
        way = (data["latest"] - data["baseline"]) / (data["target"] - data["baseline"])
    words = {
        key: records.title_of(Node(*(record_reference(data[key]) or ("", "", "")))) for key in ("right", "standard")
    }
    named = indicator_name(node.id, records.title_of(node))
    return {
        **data,
        **words,
        "indicator": named,
        "unit": unit,
        "way": way,
        "state": records.label(STATES, data["state"]),
    }


def write_rows(target: Book, name: str, town: str, measures: Sequence[Measure]) -> None:
    """Write one sheet: facts and sums above, then a row for each measure, and empty rows with the same drop-downs."""
    sheet = target.sheet(name)
    _top(target, sheet, town, measures)
    for at, field in enumerate(FIELDS):
        sheet.set_column(at, at, field.width)
        text(sheet, HEAD, at, field.head, target.head)
    sheet.set_row(HEAD, 32)
    for line in range(ROWS):
        measure = measures[line] if line < len(measures) else {"number": line + 1}
        _row(target, sheet, HEAD + 1 + line, measure)
    _choices(sheet)
    sheet.autofilter(HEAD, 0, HEAD + ROWS, len(FIELDS) - 1)
    sheet.freeze_panes(HEAD + 1, 2)
    sheet.repeat_rows(HEAD)
    sheet.print_area(0, 0, HEAD + ROWS, len(FIELDS) - 1)


def _top(target: Book, sheet: Worksheet, town: str, measures: Sequence[Measure]) -> None:
    strong, plain = target.style(bold=True, text_wrap=False), target.style(text_wrap=False, bg_color=PAPER)
    title = f"Plan of {town}. All figures are invented." if town else "Plan"
    text(sheet, 0, 0, title, target.style(bold=True, font_size=14, text_wrap=False))
    text(sheet, 1, 0, "Town", strong)
    text(sheet, 1, 3, town, plain)
    text(sheet, 2, 0, "Decided by the council on", strong)
    text(sheet, 2, 3, "", plain)
    for line, (label, formula, value) in enumerate(_sums(measures)):
        row, at = 1 + line % 3, 4 if line < 3 else 7
        text(sheet, row, at, label, strong)
        sheet.write_formula(row, at + (1 if line < 3 else 5), formula, target.style(num_format="#,##0"), value)


def _sums(measures: Sequence[Measure]) -> list[tuple[str, str, int]]:
    """What is counted above the table: label, formula, and the value that the formula has now."""

    def lacking(key: str) -> str:
        return f'=COUNTIFS({_range("objective")},"<>",{_range(key)},"")'

    def missing(key: str) -> int:
        return sum(not measure.get(key) for measure in measures)

    total = round(sum(measure["amount"] for measure in measures))
    return [
        ("Measures", f"=COUNTA({_range('objective')})", len(measures)),
        ("Money in all, a year", f"=SUM({_range('amount')})", total),
        ("Measures without money", lacking("amount"), sum("amount" not in measure for measure in measures)),
        ("Measures without an indicator", lacking("indicator"), missing("indicator")),
        ("Measures without a provision", lacking("standard"), missing("standard")),
        ("Measures without a responsible unit", lacking("responsible"), missing("responsible")),
    ]


def _range(key: str) -> str:
    return f"${COLUMN[key]}${FIRST}:${COLUMN[key]}${LAST}"


def _row(target: Book, sheet: Worksheet, row: int, measure: Measure) -> None:
    cell = {"border": 1, "border_color": LINE, "font_size": 10, "align": "left"}
    sheet.set_row(row, max(height((measure.get(field.key, ""), field.width) for field in FIELDS), 30))
    for at, field in enumerate(FIELDS):
        value = measure.get(field.key)
        if field.key in ("unit", "way"):
            continue
        if value is None or value == "":
            sheet.write_blank(row, at, None, target.style(**cell))
        elif isinstance(value, str):
            text(sheet, row, at, value, target.style(**cell))
        else:
            style = target.style(**cell, num_format="#,##0") if field.key == "amount" else target.style(**cell)
            sheet.write_number(row, at, value, style)
    computed = {**cell, "bg_color": PAPER}
    unit, way = _formulas(row + 1)
    sheet.write_formula(row, _AT["unit"], unit, target.style(**computed), measure.get("unit", ""))
    share = measure.get("way")
    sheet.write_formula(row, _AT["way"], way, target.style(**computed, num_format="0%"), "" if share is None else share)


def _formulas(line: int) -> tuple[str, str]:
    """Unit of the indicator, and share of the way from baseline to target, of the row that formulas count as `line`."""
    indicator = f"${COLUMN['indicator']}{line}"
    base, aim, now = (f"{COLUMN[key]}{line}" for key in ("baseline", "target", "latest"))
    unit = f'=IF({indicator}="","",IFERROR(INDEX(IndicatorUnits,MATCH({indicator},AllIndicators,0)),""))'
    way = f'=IF(COUNT({base},{aim},{now})<3,"",IF({aim}={base},"",({now}-{base})/({aim}-{base})))'
    return unit, way


def _choices(sheet: Worksheet) -> None:
    right = f"$B{FIRST}"
    lists: dict[str, str] = {
        "right": "=Rights",
        "standard": offered("AllProvisions", "ProvisionRights", "RightProvisions", right),
        "indicator": offered("AllIndicators", "IndicatorRights", "RightIndicators", right),
        "state": "=States",
    }
    for field in FIELDS:
        limits: dict[str, Any] = {"validate": "any"}
        if field.key in lists:
            limits = {"validate": "list", "source": lists[field.key], **_kindly("This is not in the list. Keep it?")}
        elif field.key in YEARS:
            limits = {"validate": "integer", "criteria": "between", "minimum": 1990, "maximum": 2100}
            limits |= _strictly("Write a year, such as 2028.")
        elif field.key in _NUMBERS:
            limits = {
                "validate": "decimal",
                "criteria": "between",
                "minimum": -MOST,
                "maximum": MOST,
                **_strictly("Write a plain number, without a unit."),
            }
        _explain(sheet, field, limits)


def _explain(sheet: Worksheet, field: Field, limits: dict[str, Any]) -> None:
    told = {"input_title": field.head[:32], "input_message": field.help[:255]}
    sheet.data_validation(FIRST - 1, _AT[field.key], LAST - 1, _AT[field.key], {**limits, **told})


def _kindly(message: str) -> dict[str, str]:
    return {"error_type": "warning", "error_title": "Not in the list", "error_message": message}


def _strictly(message: str) -> dict[str, str]:
    return {"error_type": "stop", "error_title": "Something else is needed", "error_message": message}
