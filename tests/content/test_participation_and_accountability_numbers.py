"""Every invented figure of the chapter "Participation and accountability" is computed here.

A test reads or states the inputs as the text does, computes, formats the fragment and looks for it in the
page. A wrong number in the text and a wrong formula both fail. The staff-days of the steps are read out of
the Markdown and have to add up to the tables.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from tests.content.intervals import gap, wilson
from tests.content.staff_days import steps, total, words

CHAPTER = Path(__file__).resolve().parents[2] / "toolkit" / "participation-and-accountability"

STAGES = {
    "Competence and rule (steps 0, 1)": range(2),
    "Information (2)": range(2, 3),
    "One procedure of participation (3 to 5)": range(3, 6),
    "Complaints: desk, answers, repair (6 to 9)": range(6, 10),
    "Outside look, safety (10, 11)": range(10, 12),
    "Report to the public and abroad (12, 13)": range(12, 14),
}
FIRST_YEAR_ONLY = (0, 1, 6, 10)


def text_of(name: str) -> str:
    """The page with every run of white space as one blank."""
    return re.sub(r"\s+", " ", (CHAPTER / name).read_text(encoding="utf-8"))


def assert_says(name: str, *fragments: str) -> None:
    """Fail if the page does not hold one of the fragments."""
    text = text_of(name)
    missing = [fragment for fragment in fragments if fragment not in text]
    assert not missing, f"{name} does not say: {missing}"


def row(name: str, label: str) -> list[str]:
    """The cells of the table row that begins with the label."""
    page = (CHAPTER / name).read_text(encoding="utf-8")
    line = next(line for line in page.splitlines() if line.startswith(f"| {label} |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_fourteen_steps_have_staff_days() -> None:
    assert len(steps(CHAPTER, "Time")) == len(steps(CHAPTER, "Small town")) == 14


@pytest.mark.parametrize("stage", STAGES)
def test_the_table_of_stages_is_the_sum_of_the_steps(stage: str) -> None:
    cells = row("prepare.md", stage)
    small, middle = steps(CHAPTER, "Small town"), steps(CHAPTER, "Time")
    assert cells[1] == words(total([small[i] for i in STAGES[stage]]))
    assert cells[2] == words(total([middle[i] for i in STAGES[stage]]))


@pytest.mark.parametrize(("label", "lines"), [("Under 20,000", "Small town"), ("20,000 to 250,000", "Time")])
def test_the_first_page_gives_the_sums_of_all_steps(label: str, lines: str) -> None:
    days = steps(CHAPTER, lines)
    later = [span for i, span in enumerate(days) if i not in FIRST_YEAR_ONLY]
    cells = row("index.md", label)
    assert cells[2] == f"{words(total(days))} staff-days"
    assert cells[3] == f"{words(total(later))} staff-days a year"


def test_the_largest_places_are_summed_from_the_table() -> None:
    cells = [row("prepare.md", stage)[3].replace(",", "") for stage in STAGES]
    days = total([(int(low), int(high)) for low, high in (cell.split(" to ") for cell in cells)])
    assert row("index.md", "Over 250,000")[2] == f"{days[0]:,} to {days[1]:,} staff-days"


def test_days_for_a_number_of_complaints() -> None:
    assert_says("prepare.md", f"24 complaints × 4 hours ÷ 8 hours + 6 days = {24 * 4 // 8 + 6} days")
    assert_says("prepare.md", f"you need {150 * 5 / 8 + 20:g} days")


def test_the_day_on_which_an_answer_is_due() -> None:
    received = datetime.date(2027, 3, 2)
    due = received + datetime.timedelta(days=30)
    assert_says("practise.md", f"received on 2 March 2027 is due on {due.day} {due:%B} {due.year}")


def test_one_year_of_complaints() -> None:
    received, in_time, decided, upheld, repaired = 24, 18, 22, 9, 6
    assert_says(
        "sustain.md",
        f"received {received} complaints: {1000 * received / 8000:.1f} for every 1,000 residents",
        f"{in_time} of {received}, or {100 * in_time / received:.0f} per cent",
        f"{upheld} of {decided}, or {100 * upheld / decided:.0f} per cent",
        f"{repaired} of {upheld}, or {100 * repaired / upheld:.0f} per cent",
        f"moves the first by {100 / received:.0f} points",
    )


def test_the_share_of_answers_with_reasons() -> None:
    low, high = wilson(14, 20)
    upper = 1 - 0.05 ** (1 / 20)
    assert_says(
        "sustain.md",
        f"Draw 20 answers at random. In 14 the reasons and the way to go on are both there: {100 * 14 / 20:.0f} per cent",
        f"runs from {100 * low:.1f} to {100 * high:.1f}",
        f"up to {100 * upper:.1f} per cent",
    )


def test_the_gap_between_doors() -> None:
    p, q = 45 / 60, 12 / 24
    difference, low, high = (100 * share for share in gap((45, 60), (12, 24)))
    assert_says(
        "sustain.md",
        f"Of 60 complaints by e-mail 45 were answered in time ({100 * p:.1f} per cent)",
        f"of 24 taken down at the counter 12 were ({100 * q:.1f} per cent)",
        f"The gap is {difference:.1f} points",
        f"from {low:.1f} to {high:.1f}",
    )


def test_who_was_in_the_room() -> None:
    affected, present = 600 / 1200, 9 / 60
    assert_says(
        "sustain.md",
        f"600 rent ({100 * affected:.0f} per cent)",
        f"60, of whom 9 rented ({100 * present:.0f} per cent)",
        f"{100 * present:.0f} ÷ {100 * affected:.0f} = {present / affected:.2f}",
    )
    assert present / affected < 0.5


def test_what_became_of_the_proposals() -> None:
    counts = {
        label: int(row("sustain.md", label)[1])
        for label in ("Accepted", "Accepted with changes", "Refused with a reason", "Not answered")
    }
    later = {
        label: [int(n) for n in re.findall(r"\d+", row("sustain.md", label)[2])]
        for label in ("Accepted", "Accepted with changes")
    }
    for label, parts in later.items():
        assert sum(parts) == counts[label]
    everything, silent = sum(counts.values()), counts["Not answered"]
    accepted = counts["Accepted"] + counts["Accepted with changes"]
    done = sum(parts[0] for parts in later.values())
    answered = everything - silent
    assert_says(
        "sustain.md",
        f"{answered} of {everything}, or {100 * answered / everything:.0f} per cent",
        f"{done} of {accepted} accepted, or {100 * done / accepted:.0f} per cent",
        f"{done} of {everything}, or {100 * done / everything:.0f} per cent",
    )


def test_the_price_of_a_shared_ombudsperson() -> None:
    assert_says("practise.md", f"a town of 8,000 would pay {8000 * 5 // 100} euro a year")


def test_a_small_town_has_thirty_days() -> None:
    text = text_of("sustain.md")
    box = text[text.index("> [!NOTE] Small town") : text.index("### With four employees")]
    months = [int(days) for days in re.findall(r"\((\d+) days\)", box)]
    assert len(months) == 5
    assert f"{sum(months)} staff-days" in box


def test_four_employees_have_ten_days() -> None:
    text = text_of("sustain.md").split("### With four employees")[1]
    days = sum(int(found) for found in re.findall(r"\((\d+) days?\)", text))
    assert f"{days} staff-days" in text


def test_half_a_year_is_compared_with_the_first_year() -> None:
    assert_says("sustain.md", f"less than the first year's {words(total(steps(CHAPTER, 'Small town')))} days")
