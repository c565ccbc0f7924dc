"""Every invented figure of the chapter "Human rights-based planning" is computed here.

A test states the inputs as the text does, computes by the formula of the text, formats the fragment and looks
for it in the page. The staff-days of the steps are read out of the Markdown and have to add up to the tables.
"""

from __future__ import annotations

import math
import re

import pytest
from tests.content.chapters import TOOLKIT, Pages, pct
from tests.content.intervals import gap, half_width, wilson
from tests.content.staff_days import stages, steps, total, words

CHAPTER = TOOLKIT / "human-rights-based-planning"
PAGES = Pages("human-rights-based-planning")
text_of, assert_says = PAGES.text_of, PAGES.assert_says

PEOPLE = {"Centre": 5_000, "Hill": 2_200, "Riverside": 800}
BEFORE = {"Centre": 4_500, "Hill": 440, "Riverside": 160}
AFTER = {"Centre": 4_500, "Hill": 1_540, "Riverside": 640}
TOWN = sum(PEOPLE.values())


def whole(share: float) -> str:
    """A share as a percentage without decimals, half rounded up as the indicators do."""
    return str(math.floor(100 * share + 0.5))


def points(shares: tuple[float, ...]) -> list[str]:
    """Shares as percentages or points with one decimal."""
    return [pct(share) for share in shares]


def test_the_town_is_the_sum_of_its_parts() -> None:
    assert_says("practise.md", f"an invented town of {TOWN:,} people with three parts")
    for part, number in PEOPLE.items():
        assert_says("practise.md", f"{part} ({number:,})")


def test_who_lives_near_a_bus() -> None:
    for part, text in {
        "Centre": "4,500 people in Centre",
        "Hill": "440 on the Hill",
        "Riverside": "160 in Riverside",
    }.items():
        assert_says("practise.md", f"{text} ({100 * BEFORE[part] / PEOPLE[part]:.0f} per cent)")
    served = sum(BEFORE.values())
    assert_says("practise.md", f"{served:,} of {TOWN:,}, or {whole(served / TOWN)} per cent")


def test_steps_at_stops() -> None:
    assert_says("practise.md", f"Of 16 stops 4 can be used without a step ({100 * 4 / 16:.0f} per cent)")
    assert_says("practise.md", f"12 of 16 stops without a step ({100 * 12 / 16:.0f} per cent, from {100 * 4 / 16:.0f})")


def test_missed_appointments() -> None:
    difference, low, high = points(gap((50, 200), (50, 500)))
    assert_says("practise.md", f"of 200 appointments of people from the Hill 50 were missed ({pct(50 / 200)} per cent)")
    assert_says("practise.md", f"of 500 from Centre 50 ({pct(50 / 500)} per cent)")
    assert_says("practise.md", f"The gap is {difference} points")
    assert_says("practise.md", f"from {low} to {high}")


def newly(part: str) -> int:
    """People of one part who come within reach by option B."""
    return AFTER[part] - BEFORE[part]


BEYOND = TOWN - sum(BEFORE.values())
WITH_SMARTPHONE = BEYOND * 4 // 5
OPTIONS = {
    "A: line extended": (90_000, newly("Hill")),
    "B: loop": (130_000, newly("Hill") + newly("Riverside")),
    "C: van by app": (100_000, WITH_SMARTPHONE),
    "C with telephone": (120_000, BEYOND),
}


@pytest.mark.parametrize("option", OPTIONS)
def test_cost_for_each_person_newly_reached(option: str) -> None:
    cost, people = OPTIONS[option]
    page = (CHAPTER / "practise.md").read_text(encoding="utf-8")
    row = next(line for line in page.splitlines() if line.startswith(f"| {option} |"))
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[1] == f"{cost:,}"
    assert cells[3] == f"{cost / people:.2f}"


def test_people_in_the_table_of_options() -> None:
    assert_says("practise.md", f"| {newly('Hill'):,} on the Hill, {newly('Riverside')} in Riverside |")
    left = f"{PEOPLE['Hill'] - AFTER['Hill']} on the Hill, {PEOPLE['Riverside'] - AFTER['Riverside']} in Riverside"
    assert_says("practise.md", f"| 82.28 | {left} |")
    assert_says("practise.md", f"{WITH_SMARTPHONE:,} of {BEYOND:,} now beyond reach")
    assert_says("practise.md", f"A fifth without a smartphone: {BEYOND - WITH_SMARTPHONE}")


def test_reach_in_the_chain() -> None:
    served = sum(AFTER.values())
    shares = {part: (100 * AFTER[part] / PEOPLE[part], 100 * BEFORE[part] / PEOPLE[part]) for part in PEOPLE}
    assert_says(
        "practise.md",
        f"{served:,} of {TOWN:,} people within reach ({whole(served / TOWN)} per cent, from "
        f"{whole(sum(BEFORE.values()) / TOWN)}); on the Hill {shares['Hill'][0]:.0f} from {shares['Hill'][1]:.0f}, "
        f"in Riverside {shares['Riverside'][0]:.0f} from {shares['Riverside'][1]:.0f}",
    )


def chances() -> list[int]:
    """The five guesses, read from the sentence of the page."""
    text = text_of("practise.md").split("Five people guess aloud:")[1].split("If the five")[0]
    return [int(number) for number in re.findall(r"\((\d+)(?: per cent)?\)", text)]


def test_five_good_bets_make_a_poor_one() -> None:
    guesses = chances()
    assert len(guesses) == 5
    assert min(guesses) == 70
    together = math.prod(guess / 100 for guess in guesses)
    assert_says("practise.md", f"with a chance of {100 * together:.0f} per cent")
    better = together / 0.7 * (18 / 20)
    assert_says(
        "practise.md", f"that link now stands at {100 * 18 // 20}, the whole stands at {100 * better:.0f} per cent"
    )


def test_the_figure_says_the_same() -> None:
    drawing = (CHAPTER / "result-chain.svg").read_text(encoding="utf-8")
    drawn = [int(number) for number in re.findall(r">(\d+) % ", drawing)]
    assert sorted(drawn) == sorted(chances())
    assert f"All five hold: {100 * math.prod(guess / 100 for guess in chances()):.0f} %" in drawing
    assert f"{130_000 * 4 // 10:,} and {130_000 * 6 // 10:,} a year" in drawing


def test_a_forecast_that_is_106_per_cent_too_high() -> None:
    assert_says("practise.md", f"real use would be {100 / 2.06:.0f} per cent of the forecast")


EFFECT = re.compile(r"^\| [BC]: .+? \| (\d) \| (\d) \| (\d+) \| (\w+)", re.MULTILINE)


def test_products_of_the_effects() -> None:
    effects = EFFECT.findall((CHAPTER / "practise.md").read_text(encoding="utf-8"))
    assert len(effects) == 4
    for grave, likely, product, follows in effects:
        assert int(grave) * int(likely) == int(product)
        assert (follows == "Change") == (int(product) >= 9)


def test_the_trial_of_the_van() -> None:
    difference, low, high = points(gap((27, 150), (24, 300)))
    assert_says(
        "practise.md",
        f"By app 300 rides were asked for; 24 were refused or came more than an hour late ({pct(24 / 300)} per cent)",
    )
    assert_says("practise.md", f"By telephone 150; 27 ({pct(27 / 150)} per cent)")
    assert_says("practise.md", f"The gap is {difference} points, interval from {low} to {high}")
    assert_says("practise.md", f"factor of {(27 / 150) / (24 / 300):.2f}")
    low, high = points(wilson(5, 12))
    assert_says("practise.md", "Of 12 rides with a wheelchair 5 failed")
    assert_says("practise.md", f"runs from {low} to {high} per cent")


def test_what_the_town_pays() -> None:
    town = 130_000 * 40 // 100
    assert_says("practise.md", f"pays 40 per cent: {town:,} of 130,000 a year, {town / TOWN:.2f} for each resident")
    assert_says("practise.md", f"{town:,} a year from the town, {130_000 - town:,} from the region")


def test_cost_of_a_ride() -> None:
    rides = 300 * 250
    assert_says("practise.md", f"300 rides on each of 250 days, {rides:,} a year, or {130_000 / rides:.2f} a ride")
    assert_says("practise.md", f"With half of them it is {130_000 / (rides / 2):.2f}")


def difference_of_differences(times: int) -> tuple[float, float, float]:
    """Change on the Hill minus change in Centre, when each period has so many quarters."""
    hill = [(50 * times, 200 * times), (34 * times, 200 * times)]
    centre = [(50 * times, 500 * times), (45 * times, 500 * times)]
    change = [after[0] / after[1] - before[0] / before[1] for before, after in (hill, centre)]
    middle, half = change[0] - change[1], half_width(*hill, *centre)
    return middle, middle - half, middle + half


def test_did_the_bus_do_it() -> None:
    middle, low, high = difference_of_differences(1)
    assert low < 0 < high
    assert_says(
        "sustain.md",
        f"34 of 200 appointments from the Hill were missed ({pct(34 / 200)} per cent, after {pct(50 / 200)})",
    )
    assert_says("sustain.md", f"45 of 500 from Centre ({pct(45 / 500)} per cent, after {pct(50 / 500)})")
    assert_says(
        "sustain.md",
        f"The Hill fell by {100 * (50 - 34) / 200:.1f} points. But Centre fell by {100 * (50 - 45) / 500:.1f}",
    )
    assert_says("sustain.md", f"The difference of the differences is {pct(-middle)} points")
    assert_says("sustain.md", f"from a fall of {pct(-low)} to a rise of {pct(high)}")


def test_two_quarters_are_enough() -> None:
    _, low, high = difference_of_differences(2)
    assert high < 0
    assert_says("sustain.md", f"({400} and {1_000:,} appointments)")
    assert_says("sustain.md", f"from a fall of {pct(-low)} to a fall of {pct(-high)}")


@pytest.mark.parametrize("part", PEOPLE)
def test_rows_of_reach(part: str) -> None:
    row = f"| {part} | {PEOPLE[part]:,} | {BEFORE[part]:,} | {AFTER[part]:,} | {PEOPLE[part] - AFTER[part]:,} |"
    assert_says("sustain.md", row)


def test_the_average_hides_the_hill() -> None:
    before, after = sum(BEFORE.values()), sum(AFTER.values())
    assert_says("sustain.md", f"| Town | {TOWN:,} | {before:,} | {after:,} | {TOWN - after:,} |")
    assert_says("sustain.md", f"The town rose from {whole(before / TOWN)} to {whole(after / TOWN)} per cent")
    wide = 100 * (BEFORE["Centre"] / PEOPLE["Centre"] - BEFORE["Hill"] / PEOPLE["Hill"])
    narrow = 100 * (AFTER["Centre"] / PEOPLE["Centre"] - AFTER["Hill"] / PEOPLE["Hill"])
    assert_says("sustain.md", f"shrank from {wide:.0f} to {narrow:.0f} points")
    left = PEOPLE["Hill"] - AFTER["Hill"]
    assert 2 * left == TOWN - after
    assert_says("sustain.md", f"half of those who are still beyond reach ({left} of {TOWN - after:,})")
    assert_says(
        "sustain.md",
        f"only {whole(PEOPLE['Hill'] / TOWN)} per cent of the people live ({PEOPLE['Hill']:,} of {TOWN:,})",
    )


def test_the_screening_rule() -> None:
    low, high = points(wilson(6, 10))
    assert_says(
        "sustain.md",
        f"24 needed a check of rights. For 18 it was complete and public three days before the vote: {100 * 18 / 24:.0f} per cent",
    )
    assert_says("sustain.md", f"In 5 of these 18 something was changed because of it, or {100 * 5 / 18:.0f} per cent")
    assert_says(
        "sustain.md",
        f"found six good: {100 * 6 / 10:.0f} per cent, with a Wilson interval [@wilson1927] from {low} to {high}",
    )


def test_every_step_stands_in_one_stage() -> None:
    assert [step for stage in stages(CHAPTER) for step in stage] == list(range(14))
    assert len(steps(CHAPTER, "Time")) == len(steps(CHAPTER, "Small town")) == 14


@pytest.mark.parametrize(("label", "column"), [("Small town", 0), ("Time", 1)])
def test_the_table_of_stages_is_the_sum_of_the_steps(label: str, column: int) -> None:
    days = steps(CHAPTER, label)
    for stage, columns in stages(CHAPTER).items():
        assert columns[column] == total([days[step] for step in stage]), stage


@pytest.mark.parametrize(("label", "column"), [("Under 20,000", 0), ("20,000 to 250,000", 1), ("Over 250,000", 2)])
def test_the_first_page_gives_the_sums(label: str, column: int) -> None:
    page = (CHAPTER / "index.md").read_text(encoding="utf-8")
    row = next(line for line in page.splitlines() if line.startswith(f"| {label} |"))
    assert f"| {words(total([columns[column] for columns in stages(CHAPTER).values()]))} staff-days |" in row


@pytest.mark.parametrize("label", ["Small town", "Time"])
def test_a_further_plan_leaves_out_two_steps(label: str) -> None:
    days = steps(CHAPTER, label)
    assert_says("index.md", f"{words(total([days[step] for step in range(14) if step not in (0, 10)]))} staff-days")


def test_a_small_town_has_six_months() -> None:
    text = text_of("sustain.md")
    box = text[text.index("> [!NOTE] Small town") : text.index("### With four employees")]
    months = [int(days) for days in re.findall(r"\((\d+) days\)", box)]
    assert len(months) == 6
    assert f"three measures, {sum(months)} staff-days" in box
    days = steps(CHAPTER, "Small town")
    low, high = total([days[step] for step in [*range(10), 11]])
    assert f"take {low} to {high} days" in box
    assert low <= sum(months) <= high


def test_four_employees() -> None:
    text = text_of("sustain.md").split("### With four employees")[1]
    days = sum(int(found) for found in re.findall(r"\((\d+) days?\)", text))
    assert f"That is {days} staff-days" in text


def test_the_screening_form_counts_its_questions() -> None:
    sheet = (CHAPTER / "worksheets" / "screening.md").read_text(encoding="utf-8")
    questions = [int(number) for number in re.findall(r"^\| (\d+)\. ", sheet, re.MULTILINE)]
    assert questions == list(range(1, 13))
    assert "## Twelve questions" in sheet
