"""A value that is not accepted comes with what to write instead, once."""

from __future__ import annotations

from pathlib import Path

from golocal.checks.run import CACHE, check
from golocal.findings import Finding

PRACTICE = "docs/practices/tarnholm-heat-fund.md"
INDICATORS = "docs/data/indicators/starter.yml"


def found_after(world: Path, path: str, old: str, new: str) -> list[Finding]:
    file = world / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [finding for finding in check(world).findings if finding.path == path]


def test_a_name_where_a_code_is_wanted_is_told_its_code(world: Path) -> None:
    (finding,) = found_after(world, PRACTICE, "country_or_area: XA", "country_or_area: Arvenia")
    assert finding.help == "Arvenia is `XA`"


def test_a_misspelt_name_is_told_the_closest_code(world: Path) -> None:
    (finding,) = found_after(world, PRACTICE, "country_or_area: XA", "country_or_area: Arvennia")
    assert finding.help == "the closest is `XA`"


def test_a_renamed_entry_is_known_although_results_are_kept(world: Path) -> None:
    found_after(world, PRACTICE, "country_or_area: XA", "country_or_area: Highlands")
    check(world, cache=world / CACHE)
    found_after(world, "docs/data/vocabularies/countries.yml", "Arvenia", "Highlands")
    assert [f.help for f in check(world, cache=world / CACHE).findings if f.path == PRACTICE] == ["Highlands is `XA`"]


def test_a_value_of_two_forms_is_told_once(world: Path) -> None:
    (finding,) = found_after(world, INDICATORS, "right: housing", "right: hausing")
    assert finding.message == "no right has the code `hausing`"
    assert finding.help == "the closest is `housing`; for all of them write `all-rights`"


def test_an_entry_of_a_list_is_counted_from_one(world: Path) -> None:
    (finding,) = found_after(world, PRACTICE, "see_also: [task:cold-week]", "see_also: [cold-week]")
    assert finding.message == "entry 1 of `see_also` has a value of the wrong form: `cold-week`"
