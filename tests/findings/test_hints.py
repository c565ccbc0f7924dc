"""Hints: the nearest names come first, also among very many."""

from __future__ import annotations

from golocal.findings.hints import nearest


def test_the_nearest_name_is_found_among_thousands() -> None:
    known = [f"town{number:04}-report" for number in range(5000)] + ["gent2023praktijktesten"]
    assert nearest("gent2023praktijktest", known)[0] == "gent2023praktijktesten"


def test_nothing_is_proposed_for_a_name_like_no_other() -> None:
    assert nearest("zzzz", [f"town{number:04}" for number in range(5000)]) == []
