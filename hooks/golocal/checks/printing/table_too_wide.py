"""A table fits on a page: at most ten columns, and words that fit beside one another.

Helps: whoever prints a chapter or fills in a worksheet by hand; the reader on a phone, who has to push a wide table from side to side.

Why: a page of paper is 148 millimetres wide between its margins. A column can be no narrower than its longest word. The build measures each table with the letters of the font; this rule finds beforehand what cannot fit in any case.

Wrong (toolkit/cold-homes/worksheets/count.md):

    | Street | House | Room | Morning | Noon | Evening | Night | People | Window | Heating | Remark |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    | | | | | | | | | | | |

Right (toolkit/cold-homes/worksheets/count.md):

    | House | Room | Morning | Evening | Remark |
    | --- | --- | --- | --- | --- |
    | | | | | |

Fix: turn a column into a sentence above the table, divide the table in two, let rows and columns change places, or shorten the longest words.

Exceptions: pages that are no part of a publication, such as practices and pages for editors.
"""

import re
from collections.abc import Iterator

from golocal.checks.printing.common import PRINTED
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.reading.markdown import read_markdown
from golocal.reading.tables import Table, tables_of

ID = "table-too-wide"
MOST_COLUMNS = 10
ROOM = 419.0
"""Points between the margins of a page."""
LEAST_LETTER, LEAST_COLUMN, BETWEEN = 4.0, 14.0, 10.5
"""Points: of a narrow letter in the smallest size of tables, of a column without words, and of the space around a column."""
HELP = "divide the table, let rows and columns change places, or shorten the longest words"
_PIECES = re.compile(r"(?<=[-/–])(?=\w)|\s+")


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each table that cannot fit."""
    if not source.path.startswith(PRINTED):
        return
    for table in tables_of(source.source):
        message = _trouble(table)
        if message:
            yield rule_named(ID).at(source, table.line, table.column, message, HELP)


def measured(document: Document, text: str, number: int, millimetres: int) -> Finding:
    """A finding for a table that the build has measured.

    Args:
        text: of the file of the document.
        number: of the table on the page, from 0.
        millimetres: by which it is wider than a page.
    """
    tables = list(tables_of(read_markdown(text)))
    place = tables[number][:2] if number < len(tables) else (1, 1)
    message = f"the table is {millimetres} mm wider than a page, even in the smallest letters"
    return rule_named(ID).at(document, *place, message, HELP)


def _trouble(table: Table) -> str:
    if len(table.columns) > MOST_COLUMNS:
        return f"the table has {len(table.columns)} columns; the limit is {MOST_COLUMNS}"
    longest = [max(_words(column), key=len) for column in table.columns]
    width = sum(max(len(word) * LEAST_LETTER, LEAST_COLUMN) + BETWEEN for word in longest)
    if width > ROOM:
        word = max(longest, key=len)
        return f"the longest words of the columns do not fit beside one another on a page; the longest is `{word}`"
    return ""


def _words(column: list[str]) -> list[str]:
    return [word for text in column for word in _PIECES.split(text)]
