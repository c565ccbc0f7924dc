"""Text of a cell is never a formula, can be had back as it was, and numbers stay numbers."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golocal.publishing.data.columns import Column
from golocal.publishing.data.table import Table
from golocal.publishing.data.text import as_csv, as_rows
from golocal.rendering.csv_table import harmless, original

COLUMNS = (
    Column("id", "Name."),
    Column("note", "Text.", needed=False),
    Column("items", "List.", many=True, needed=False),
    Column("degrees", "Number.", "number", needed=False),
    Column("sure", "Answer.", "boolean", needed=False),
)


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def table(*rows: dict[str, object]) -> Table:
    return Table("t", "T", "A table.", COLUMNS, list(rows))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_a_spreadsheet_would_compute_gets_an_apostrophe(sign: str) -> None:
    assert harmless(f"{sign}1+1") == f"'{sign}1+1"
    assert original(harmless(f"{sign}1+1")) == f"{sign}1+1"


@pytest.mark.parametrize("text", ["", "plain", "a = b", "'quoted' word", "10.2", "1-2"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text(alphabet="'=+-@ab\t\r\n", max_size=6) | st.text(max_size=20))
def test_every_text_can_be_had_back(text: str) -> None:
    assert original(harmless(text)) == text
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_numbers_and_answers_stay_what_they_are() -> None:
    (row,) = read(as_csv(table({"id": "a", "degrees": -74.07, "sure": False})))
    assert (row["degrees"], row["sure"]) == ("-74.07", "false")


def test_a_list_has_a_line_for_each_item_and_cannot_begin_as_a_formula() -> None:
    (row,) = read(as_csv(table({"id": "a", "items": ["=1", "b, c"]})))
    assert row["items"] == "'=1\nb, c"


def test_an_empty_cell_is_empty_in_csv_and_left_out_in_json() -> None:
    made = table({"id": "a"})
    assert read(as_csv(made)) == [{"id": "a", "note": "", "items": "", "degrees": "", "sure": ""}]
    assert json.loads(as_rows(made)) == [{"id": "a"}]


def test_lines_of_csv_end_as_its_standard_says_and_without_a_mark_at_the_beginning() -> None:
    data = as_csv(table({"id": "a", "note": "Łódź"}))
    assert data == "id,note,items,degrees,sure\r\na,Łódź,,,\r\n".encode()


def test_json_is_not_changed_for_spreadsheets() -> None:
    assert json.loads(as_rows(table({"id": "a", "note": "=1+1"})))[0]["note"] == "=1+1"
