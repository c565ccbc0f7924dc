"""The lists that the drop-downs of the plan workbook offer, and the sheet that holds and explains them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from golocal.content.relations import Node
from golocal.publishing.data.records import Record, Records
from golocal.publishing.data.sheets import Book, text

SHEET = "Lists"
STATES = "measure-states"
_FIRST = 4
_WIDTHS = (34, 34, 46, 46, 34, 50, 50, 44, 16)
_HEADS = (
    "Rights",
    "Right of the provision",
    "Provision for that right",
    "All provisions",
    "Right of the indicator",
    "Indicator for that right",
    "All indicators",
    "Unit of that indicator",
    "Status",
)
_NAMES = (
    "Rights",
    "ProvisionRights",
    "RightProvisions",
    "AllProvisions",
    "IndicatorRights",
    "RightIndicators",
    "AllIndicators",
    "IndicatorUnits",
    "States",
)
"""Names of the ranges, column by column, as formulas use them."""


@dataclass(frozen=True)
class Lists:
    """What can be chosen, in words.

    Attributes:
        provisions, indicators: pairs of a right and what belongs to it, by right.
        units: unit of each indicator.
    """

    rights: list[str]
    provisions: list[tuple[str, str]]
    indicators: list[tuple[str, str]]
    units: dict[str, str]
    states: list[str]

    @classmethod
    def of(cls, records: Records) -> Lists:
        """The lists that the records give. A right without indicators of its own gets those that hold for all rights."""
        rights = {record.key.id: record.title for record in records.by_kind["right"]}
        indicators = records.by_kind["indicator"]
        own = [
            (rights[record.data["right"]], _named(record)) for record in indicators if record.data["right"] in rights
        ]
        general = [_named(record) for record in indicators if record.data["right"] not in rights]
        return cls(
            sorted(rights.values()),
            sorted(_provisions(records, rights)),
            sorted(own + [(right, name) for right in rights.values() for name in general]),
            {_named(record): record.data["unit"] for record in indicators},
            [records.label(STATES, id) for id in records.vocabularies[STATES]],
        )

    @property
    def columns(self) -> tuple[list[str], ...]:
        """The columns of the sheet; none is empty, because a range needs a cell."""
        columns = (
            self.rights,
            [right for right, _ in self.provisions],
            [provision for _, provision in self.provisions],
            sorted({provision for _, provision in self.provisions}),
            [right for right, _ in self.indicators],
            [indicator for _, indicator in self.indicators],
            list(self.units),
            list(self.units.values()),
            self.states,
        )
        return tuple(column or [""] for column in columns)


def indicator_name(id: str, title: str) -> str:
    """An indicator as the lists name it: "HOU-P-01 Homes kept after early help"."""
    return f"{id.upper()} {title}"


def _named(record: Record) -> str:
    return indicator_name(record.key.id, record.title)


def _provisions(records: Records, rights: dict[str, str]) -> set[tuple[str, str]]:
    """Provisions on which a right rests, standards that concern it, and what its indicators serve."""
    found = set()
    measured = {row.subject: row.object.id for row in records.relations if row.predicate == "measures"}
    for row in records.relations:
        if row.predicate == "rests-on":
            found.add((row.subject.id, row.object))
        elif row.predicate == "concerns" and row.subject.kind == "standard":
            found.add((row.object.id, row.subject))
        elif row.predicate == "monitors" and row.subject in measured:
            found.add((measured[row.subject], row.object))
    return {(rights[right], records.title_of(node)) for right, node in found if right in rights and _is_standard(node)}


def _is_standard(node: Node) -> bool:
    return node.kind == "standard"


def write_lists(target: Book, lists: Lists) -> None:
    """Write the sheet and give each list the name that formulas use."""
    sheet = target.sheet(SHEET)
    sheet.set_tab_color("#8d99ae")
    note = "These lists stand behind the drop-downs. Add a line at the end of a list if you like, but do not sort, move or delete any."
    text(sheet, 0, 0, note, target.style(bold=True, text_wrap=False))
    pairs = "The second and third column belong together, and the fifth and sixth: what is offered for the right that a row names."
    text(sheet, 1, 0, pairs, target.style(text_wrap=False))
    for at, (head, width, values) in enumerate(zip(_HEADS, _WIDTHS, lists.columns, strict=True)):
        sheet.set_column(at, at, width)
        text(sheet, _FIRST - 1, at, head, target.head)
        for line, value in enumerate(values, _FIRST):
            text(sheet, line, at, value, target.style())
        _name_range(target.workbook, _NAMES[at], at, values)
    sheet.freeze_panes(_FIRST, 0)
    sheet.repeat_rows(_FIRST - 1)


def _name_range(workbook: Workbook, name: str, at: int, values: Iterable[str]) -> None:
    first = xl_rowcol_to_cell(_FIRST, at, True, True)
    last = xl_rowcol_to_cell(_FIRST + len(list(values)) - 1, at, True, True)
    workbook.define_name(name, f"={SHEET}!{first}:{last}")


def offered(all_names: str, rights: str, values: str, right: str) -> str:
    """The formula of a drop-down: what belongs to the right in the cell `right`, or everything where it is empty or unknown."""
    count = f"COUNTIF({rights},{right})"
    part = f"OFFSET(INDEX({values},1),MATCH({right},{rights},0)-1,0,{count},1)"
    return f"=IF({count}=0,{all_names},{part})"
