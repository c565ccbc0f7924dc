"""What is said about broken YAML names the line of the mistake, in plain words; and what it tells to write is right."""

from __future__ import annotations

import re

import pytest

from golocal.reading.parts import Fault
from golocal.reading.yamltree import read_yaml
from golocal.reading.yamlwords import MOST_SHOWN, in_quotes

BEFORE, AFTER = "version: 1\n", "\nstatus: draft\n"


def fault_of(text: str) -> Fault:
    (fault,) = read_yaml(text).faults
    return fault


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: Heat: what to do", "Heat: what to do"),
        ("title: “Heat: what to do”", "Heat: what to do"),
        ("title: @home", "@home"),
        ("title: `code`", "`code`"),
        ("title: *Heat* and light", "*Heat* and light"),
        ("title: 'The town's heat'", "The town's heat"),
        ('title: "Heat" and light', '"Heat" and light'),
        ('title: "Heat" and the town\'s light', "'Heat' and the town's light"),
        ("title: %heat", "%heat"),
        ("title:Heat", "Heat"),
        ("  title:   Heat: a start", None),
    ],
)
def test_what_it_tells_to_write_mends_the_line(line: str, value: str | None) -> None:
    fault = fault_of(f"{BEFORE}{line}{AFTER}")
    if value is None:
        assert fault.help
        return
    assert fault.line == 2
    (told,) = re.findall(r"`(title: .*)`$", fault.help)
    mended = read_yaml(f"{BEFORE}{told}{AFTER}")
    assert mended.faults == []
    assert mended.value == {"version": "1", "title": value, "status": "draft"}


@pytest.mark.parametrize(
    ("text", "line", "detail"),
    [
        ("a: 1\nlist:\n\t- x\n", 3, "indented with a tab"),
        ("a: 1\n\tb: 2\n", 2, "indented with a tab"),
        ("a: 1\n  b: 2\n", 2, "indented as if it belonged to the value above"),
        ("a:\n    b: 1\n  c: 2\n", 3, "begins in another column"),
        ('a: 1\nb: "never closed\nc: 2\n', 2, "never closed"),
        ("a: 1\nb: [x, y\nc: 2\n", 3, "a bracket is opened and not closed"),
        ("a:\n  - x\n  y\n", 3, "`y` has no colon followed by a space"),
        ("a:\n  - x\n  b: 1\n", 3, "is no entry of it"),
        ("a: 1\nA sentence that stands alone.\nb: 2\n", 2, "has no colon followed by a space"),
        ("a: 1\n---\nb: 2\n", 2, "a second part begins here"),
    ],
)
def test_the_line_of_the_mistake_is_named(text: str, line: int, detail: str) -> None:
    fault = fault_of(text)
    assert detail in fault.detail
    assert (fault.line, bool(fault.help)) == (line, True)


def test_lines_are_counted_from_the_first_line_of_the_block() -> None:
    assert read_yaml("a: b: c\n", first_line=7).faults[0].line == 7


def test_a_long_value_is_not_repeated() -> None:
    assert in_quotes(f"title: {'x' * (MOST_SHOWN + 1)}") == 'title: "…"'


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_other_line_breaks_of_yaml_do_no_harm(sign: str) -> None:
    for wrong in ("@x", "a: b: c", "a:b", '"x" y', "  z: 1"):
        assert fault_of(f"a: 1{sign * 5}{wrong}\n").kind == "yaml-syntax"
