"""Figures of the learning paths, the programmes and the questions: times add up, and each invented figure is computed here."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
LEARN = ROOT / "docs/learn"
CLOCK = re.compile(r"^\| (\d+):(\d\d) \|(?: (\d+))? \|", re.MULTILINE)
MINUTES = {
    "at-the-counter": (180, "Three hours"),
    "budget-officer-season": (400, "Under seven hours"),
    "councillor-first-month": (240, "Four hours"),
    "data-officer-first-week": (420, "About seven hours"),
    "half-a-day": (105, "Under two hours of reading"),
    "head-of-department-first-quarter": (420, "Seven hours"),
    "trainer-preparation": (330, "Five and a half hours"),
    "two-days": (160, "Under three hours of reading"),
}


def front_of(name: str) -> dict[str, Any]:
    front: dict[str, Any] = yaml.safe_load((LEARN / f"{name}.md").read_text("utf-8").split("---\n")[1])
    return front


def text_of(name: str) -> str:
    return " ".join((LEARN / f"{name}.md").read_text("utf-8").split())


def questions() -> dict[str, dict[str, Any]]:
    files = sorted((ROOT / "docs/data/self-checks").glob("*.yml"))
    return {id: data for file in files for id, data in yaml.safe_load(file.read_text("utf-8")).items()}


QUESTIONS = questions()


@pytest.mark.parametrize("name", MINUTES)
def test_the_minutes_of_a_path_add_up_to_its_time(name: str) -> None:
    front, (minutes, words) = front_of(name), MINUTES[name]
    assert sum(int(module["minutes"]) for module in front["modules"]) == minutes
    assert str(front["time"]).startswith(words)


@pytest.mark.parametrize("name", ["half-a-day", "two-days", "run-your-own-academy-day"])
def test_every_row_of_a_timetable_begins_when_the_one_before_ends(name: str) -> None:
    rows = CLOCK.findall((LEARN / f"{name}.md").read_text("utf-8"))
    assert len(rows) > 8
    for (hour, minute, lasts), following in pairwise(rows):
        if lasts:  # the last row of a day has no minutes
            assert int(hour) * 60 + int(minute) + int(lasts) == int(following[0]) * 60 + int(following[1])


def test_the_savings_of_talheim() -> None:
    text = text_of("budget-officer-season")
    hall, fees, library, cleaning, magazine = 900_000, 500_000, 400_000, 300_000, 250_000
    for sum_ in (hall, fees, library, cleaning, magazine):
        assert f"| {sum_:,} |" in text
    assert f"hall and magazine together bring {hall + magazine:,}; {1_200_000 - hall - magazine:,} are missing" in text
    assert hall + cleaning == 1_200_000
    assert cleaning * 4 == 1_200_000
    assert f"together they would save {library + fees:,}" in text


RIGHT_FIGURES = {
    "action-plans-10": f"{100 * 2923 / 4878:.2f} per cent",
    "budgeting-02": f"{100 * (1 - 510_000 / 1.06 / 440 / (500_000 / 400)):.1f} per cent",
    "budgeting-03": f"{1_200_000 // 40_000} per person, the south {1_200_000 // 60_000}",
    "budgeting-05": f"{60_000 * 600_000 // 200_000:,} and {20_000 * 600_000 // 200_000:,}",
    "budgeting-10": f"{100 * 264 / 14_400:.2f} and {100 * 264 / 48_000:.2f} per cent",
    "budgeting-11": f"{100 * 6.3 / 9:.0f} per cent",
    "budgeting-13": f"{(1_200 - 950) * 7_500:,}",
    "budgeting-16": f"{3 + 0.4 * 10:.0f} per cent",
    "equality-data-03": f"{100 * 96 / 180:.1f} per cent in school D, {100 * 316 / 380:.1f} per cent elsewhere",
    "indicators-05": f"{45.45 - 43.2:.2f} points",
    "sport-02": f"{0.475 * 8_000 - 3_200:.0f}",
}


@pytest.mark.parametrize("id", RIGHT_FIGURES)
def test_the_right_answer_is_what_the_figures_give(id: str) -> None:
    question = QUESTIONS[id]
    said = f"{question['options'][question['answer']]} {question['explanation']}"
    assert RIGHT_FIGURES[id] in said


def test_every_question_has_four_options_one_answer_and_sources() -> None:
    for id, question in QUESTIONS.items():
        assert list(question["options"]) == ["a", "b", "c", "d"], id
        assert len(set(question["options"].values())) == 4, id
        assert question["answer"] in question["options"], id
        assert question["sources"], id


def test_neither_letter_nor_length_gives_the_answer_away() -> None:
    letters = Counter(question["answer"] for question in QUESTIONS.values())
    assert max(letters.values()) < 1.3 * min(letters.values())
    longest = sum(
        question["answer"] == max(question["options"], key=lambda letter: len(question["options"][letter]))
        for question in QUESTIONS.values()
    )
    assert longest < len(QUESTIONS) / 3


def test_a_prefix_stands_for_one_chapter() -> None:
    pairs = {(id.rpartition("-")[0], str(question["topic"])) for id, question in QUESTIONS.items()}
    assert len(pairs) == len({prefix for prefix, _ in pairs}) == len({topic for _, topic in pairs})
    assert all((ROOT / "toolkit" / topic / "index.md").is_file() for _, topic in pairs)
