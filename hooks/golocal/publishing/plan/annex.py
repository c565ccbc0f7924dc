"""The sheet of the plan workbook that prints as an annex to a council paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from golocal.publishing.data.sheets import LINE, PAPER, Book, text
from golocal.publishing.plan.rows import COLUMN, EXAMPLE, FIRST, LAST, PLAN, ROWS, YEARS, Measure

SHEET = "Council annex"
_SHOWN = "$B$1"
_HEAD = 5
_HEIGHT = 50


class Cell(NamedTuple):
    """A column of the annex: heading, width, and the columns of the plan that it joins, with what stands between them."""

    head: str
    width: int
    parts: tuple[str, ...]


_LINE_BREAK, MONEY = "\n", "amount"
_COLUMNS = (
    Cell("No.", 4, ("number",)),
    Cell("Right and provision", 23, ("right", _LINE_BREAK, "standard")),
    Cell("Objective", 33, ("objective",)),
    Cell("Indicator and its unit", 26, ("indicator", _LINE_BREAK, "unit")),
    Cell("Baseline", 10, ("baseline", "baseline_year")),
    Cell("Target", 10, ("target", "target_year")),
    Cell("Budget line and amount", 22, ("budget_line", _LINE_BREAK, MONEY, " ", "money")),
    Cell("Responsible", 14, ("responsible",)),
    Cell("Status", 10, ("state",)),
)


def write_annex(target: Book, town: str, measures: Sequence[Measure]) -> None:
    """Write the sheet. It shows the example until its first cell says otherwise."""
    sheet = target.sheet(SHEET)
    for at, column in enumerate(_COLUMNS):
        sheet.set_column(at, at, column.width)
    _chooser(target, sheet)
    _title(target, sheet, town, measures)
    for at, column in enumerate(_COLUMNS):
        text(sheet, _HEAD, at, column.head, target.head)
    cell = target.style(font_size=9, align="left")
    for line in range(ROWS):
        row = _HEAD + 1 + line
        sheet.set_row(row, _HEIGHT)
        for at, column in enumerate(_COLUMNS):
            value = _joined(column, measures[line]) if line < len(measures) else ""
            sheet.write_formula(row, at, _formula(column, FIRST + line), cell, value)
    frame = target.workbook.add_format({"border": 1, "border_color": LINE})
    filled = {"type": "formula", "criteria": f'=$A{_HEAD + 2}<>""', "format": frame}
    sheet.conditional_format(_HEAD + 1, 0, _HEAD + ROWS, len(_COLUMNS) - 1, filled)
    sheet.autofilter(_HEAD, 0, _HEAD + ROWS, len(_COLUMNS) - 1)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.repeat_rows(_HEAD)
    sheet.set_row(_HEAD, 20)
    sheet.set_start_page(1)
    sheet.print_area(2, 0, _HEAD + ROWS, len(_COLUMNS) - 1)
    sheet.set_header("&R&8Annex")


def _chooser(target: Book, sheet: Worksheet) -> None:
    text(sheet, 0, 0, "Show", target.style(bold=True, text_wrap=False))
    text(sheet, 0, 1, EXAMPLE, target.style(bold=True, border=2, bg_color="#fff3c4"))
    note = f"Choose {PLAN} to print your own. Hide empty rows with the arrow beside “No.”. This line is not printed."
    text(sheet, 0, 2, note, target.style(text_wrap=False))
    sheet.data_validation(0, 1, 0, 1, {"validate": "list", "source": [PLAN, EXAMPLE]})


def _title(target: Book, sheet: Worksheet, town: str, measures: Sequence[Measure]) -> None:
    big = target.style(bold=True, font_size=14, text_wrap=False)
    example = f"INVENTED EXAMPLE. Human rights plan: {town}"
    chosen = f'IF({_SHOWN}="{EXAMPLE}",{EXAMPLE}!$D$2,{PLAN}!$D$2)'
    sheet.write_formula(
        2, 0, f'=IF({_SHOWN}="{EXAMPLE}","INVENTED EXAMPLE. ","")&"Human rights plan: "&{chosen}', big, example
    )
    total = sum(measure["amount"] for measure in measures)
    money = f"${COLUMN['amount']}${FIRST}:${COLUMN['amount']}${LAST}"
    count = f"${COLUMN['objective']}${FIRST}:${COLUMN['objective']}${LAST}"
    both = [f'COUNTA({name}!{count})&" measures, "&TEXT(SUM({name}!{money}),"#,##0")' for name in (EXAMPLE, PLAN)]
    unit = f'IF({_SHOWN}="{EXAMPLE}",{EXAMPLE}!${COLUMN["money"]}${FIRST},{PLAN}!${COLUMN["money"]}${FIRST})'
    said = f"{len(measures)} measures, {total:,.0f} {measures[0]['money']}" if measures else "0 measures, 0 "
    plain = target.style(text_wrap=False, bg_color=PAPER)
    sheet.write_formula(3, 0, f'=IF({_SHOWN}="{EXAMPLE}",{both[0]},{both[1]})&" "&{unit}', plain, said)
    for at in range(1, len(_COLUMNS)):
        sheet.write_blank(3, at, None, plain)


def _formula(column: Cell, line: int) -> str:
    """The cell of the chosen sheet, or several joined; empty where the measure has no objective."""

    def whole(name: str) -> str:
        joined = "&".join(_part(name, part, line) for part in column.parts)
        return f'IF({name}!${COLUMN["objective"]}{line}="","",{joined})'

    return f'=IF({_SHOWN}="{EXAMPLE}",{whole(EXAMPLE)},{whole(PLAN)})'


def _part(name: str, part: str, line: int) -> str:
    """One part of a formula, always text; what is empty stays empty."""
    if part not in COLUMN:
        return "CHAR(10)" if part == _LINE_BREAK else f'"{part}"'
    cell = f"{name}!${COLUMN[part]}{line}"
    if part == MONEY:
        return f'IF({cell}="","",TEXT({cell},"#,##0"))'
    return f'IF({cell}="",""," in "&{cell})' if part in YEARS else f'{cell}&""'


def _joined(column: Cell, measure: Measure) -> str:
    """What the formula of the cell gives."""
    return "".join(_shown(part, measure.get(part, "")) if part in COLUMN else part for part in column.parts)


def _shown(part: str, value: str | float) -> str:
    if isinstance(value, str):
        return value
    if part == MONEY:
        return f"{value:,.0f}"
    return f" in {value}" if part in YEARS else f"{value:.12g}"
