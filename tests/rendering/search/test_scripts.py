"""The files of the search: the same bytes for the same pages, one edition in all, sizes that fit."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from golocal.rendering.search.scripts import FACETS, START, TEMPLATE, scripts
from golocal.rendering.search.sections import Section
from golocal.rendering.search.units import Unit

WORKSHEET = ("Worksheet", "Worksheets")
TASK, SOURCE = ("Task", "Tasks"), ("Source", "Sources")


def unit(name: str, text: str = "Some text.", **more: Any) -> Unit:
    """Something to find."""
    sections = [Section("", name, [text]), Section("law", "The law", ["A law."])]
    return Unit(f"{name.lower()}/", name, more.pop("kind", TASK), sections, **more)


def made(units: list[Unit], **more: Any) -> dict[str, str]:
    return scripts(units, more.get("synonyms", {}), more.get("empty", ["the"]), more.get("orders", {}))


def arguments(script: str) -> list[Any]:
    """What a script hands over."""
    found = re.fullmatch(r"golocalSearch\.\w+\((.*)\);\n", script, re.DOTALL)
    assert found
    given: list[Any] = json.loads(f"[{found[1]}]")
    return given


def start(files: Mapping[str, str]) -> dict[str, Any]:
    given: dict[str, Any] = arguments(files[START])[0]
    return given


def test_the_same_units_give_the_same_bytes() -> None:
    units = [unit(f"Unit{number}", facets={"theme": ["Housing"]}) for number in range(9)]
    assert made(units) == made(list(units))
    assert list(made(units)) == sorted(made(units))


def test_all_files_name_one_edition_and_another_text_another() -> None:
    files = made([unit("One"), unit("Two")])
    edition = start(files)["edition"]
    assert {arguments(script)[0] for name, script in files.items() if name != START} == {edition}
    assert start(made([unit("One"), unit("Two", "Other text.")]))["edition"] != edition


def test_titles_kinds_other_names_and_headings_come_first() -> None:
    given = start(made([unit("One", also=["Uno"]), unit("Two", kind=SOURCE, weight=40)]))
    assert (given["titles"], given["addresses"]) == (["One", "Two"], ["one/", "two/"])
    assert [given["kinds"][kind] for kind in given["kind"]] == [list(TASK), list(SOURCE)]
    assert (given["also"], given["weight"]) == ({"0": ["Uno"]}, [100, 40])
    assert given["headings"] == {"0": ["The law"], "1": ["The law"]}


def test_words_that_ask_for_a_kind_stand_beside_it() -> None:
    given = start(made([unit("One", kind=WORKSHEET), unit("Two", kind=SOURCE)]))
    assert given["asked"] == ["worksheet worksheets", ""]


def test_place_and_size_stand_beside_the_title_of_those_that_have_them() -> None:
    given = start(made([unit("One"), unit("Two", place="Lousã, Portugal", size="5,000 to 20,000 people")]))
    assert (given["where"], given["sizes"]) == ({"1": ["Lousã, Portugal", 0]}, ["5,000 to 20,000 people"])


def test_headings_of_a_form_tell_nothing() -> None:
    assert start(made([unit(f"Unit{number}") for number in range(TEMPLATE + 1)]))["headings"] == {}


def test_texts_stand_in_files_of_some_size_in_order() -> None:
    files = made([unit(f"Unit{number}", "word " * 1000) for number in range(10)])
    texts = {name: arguments(script)[2] for name, script in files.items() if name.startswith("text/")}
    assert [len(texts[f"text/{number}.js"]) for number in range(len(texts))] == [3, 3, 3, 1]
    assert start(files)["chunks"] == [0, 3, 3, 3]
    assert texts["text/0.js"][0][0][:2] == ["", "Unit0"]


def test_filters_have_values_in_order_with_their_members() -> None:
    places = [{"year": ["2019"]}, {"population": ["Large"]}, {"population": ["Small"], "year": ["2021"]}]
    units = [unit(f"Unit{number}", facets=facets) for number, facets in enumerate(places)]
    rows = {row[0]: row[2] for row in arguments(made(units, orders={"population": ["Small", "Large"]})[FACETS])[2]}
    assert rows["kind"] == [["Tasks", [0, 1, 1]]]
    assert rows["population"] == [["Small", [2]], ["Large", [1]]]
    assert [value for value, _ in rows["year"]] == ["2021", "2019"]
    assert "country" not in rows


def test_nothing_to_find_gives_an_empty_search() -> None:
    assert start(made([]))["titles"] == []
