"""The whole plan workbook, and its sheet of instructions."""

from __future__ import annotations

import datetime

from golocal.publishing.data.records import Records
from golocal.publishing.data.sheets import Book, Pages, book, height, text
from golocal.publishing.plan.annex import SHEET as ANNEX
from golocal.publishing.plan.annex import write_annex
from golocal.publishing.plan.lists import SHEET as LISTS
from golocal.publishing.plan.lists import Lists, write_lists
from golocal.publishing.plan.rows import EXAMPLE, PLAN, ROWS, example_of, write_rows
from golocal.rendering.identity import Identity
from golocal.rendering.text import day_in_words

GUIDE = "Read me first"
_STEPS = (
    (
        "What this is",
        "A plan as a table. Each row ties one measure to a right, an indicator, money and one office that answers for it.",
    ),
    ("1", f"Look at the sheet “{EXAMPLE}”. The town and all figures in it are invented."),
    (
        "2",
        f"Go to the sheet “{PLAN}”. Write the name of your town, and one row for each measure. It has {ROWS} rows; most towns need fewer.",
    ),
    (
        "3",
        "Begin with the right. The lists of provisions and indicators then show what fits it. Without a right they show everything.",
    ),
    (
        "4",
        "You may write what is in no list, such as a law of your own country. The program asks once whether you mean it.",
    ),
    (
        "5",
        "Write baseline, target and newest value as plain numbers. The unit comes with the indicator; its method sheet says how to count.",
    ),
    ("6", "Write one office in each row. If two answer, nobody does."),
    ("7", "Look at the counts above the table. They show measures without money, indicator, provision or office."),
    (
        "8",
        f"Print the sheet “{ANNEX}” for the council. In its first line choose “{PLAN}”. Hide empty rows with the arrow beside “No.”.",
    ),
    (
        "9",
        "Each year, fill in the newest value and the status, and print again. A measure that is dropped stays in the table, with its status.",
    ),
    ("Grey cells", "They compute themselves. If you write over one, its formula is gone."),
    (
        "More rows",
        f"Insert rows in the middle of the table, not at its end, and do the same on “{ANNEX}”; copy a whole row down.",
    ),
    (
        "Lists",
        f"The sheet “{LISTS}” holds what the cells offer. It comes from the records of the site in this edition.",
    ),
    ("Personal data", "Write offices, not names of people. No row should show a figure about fewer than ten people."),
)


def plan_workbook(records: Records, identity: Identity, edition: datetime.date) -> bytes:
    """The workbook: instructions, empty plan, example, annex, lists."""
    made = Pages()
    town, measures = example_of(records)
    properties = {"title": f"Plan workbook: {identity.name}", "author": identity.name, "comments": "CC0 1.0"}
    with book(properties, edition, made) as target:
        _guide(target, identity, edition)
        write_rows(target, PLAN, "", ())
        write_rows(target, EXAMPLE, town, measures)
        write_annex(target, town, measures)
        write_lists(target, Lists.of(records))
    return made.content


def _guide(target: Book, identity: Identity, edition: datetime.date) -> None:
    sheet = target.sheet(GUIDE, landscape=False)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 84)
    sheet.hide_gridlines(2)
    text(sheet, 0, 0, "Plan workbook for a town", target.style(bold=True, font_size=16, text_wrap=False))
    lines = [
        *_STEPS,
        ("From", f"{identity.name}, edition of {day_in_words(edition)}. {identity.independence}"),
        ("Licence", "CC0 1.0: copy, change and use it without asking."),
        *([("Site", identity.site)] if identity.site else []),
    ]
    for line, (name, said) in enumerate(lines, 2):
        text(sheet, line, 0, name, target.style(bold=True))
        text(sheet, line, 1, said, target.style())
        sheet.set_row(line, height([(said, 84)]) + 3)
