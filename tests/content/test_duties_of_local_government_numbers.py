"""Every invented figure of the chapter "Duties of local government" is computed here.

The staff-days of the steps are read out of the Markdown and have to add up to the tables; the worked
examples are computed from their inputs, formatted as the text prints them, and looked for in the page.
"""

from __future__ import annotations

import math
import re

import pytest
from tests.content.chapters import Pages, pct

PAGES = Pages("duties-of-local-government")
Z = 1.96

Span = tuple[int, int]
"""Lowest and highest number of staff-days."""

STAGES = {
    "Know (steps 0 to 4)": range(5),
    "Decide (5 to 7)": range(5, 8),
    "Open doors, give account (8 to 10)": range(8, 11),
    "Police (11)": range(11, 12),
    "Emergencies (12)": range(12, 13),
    "Report (13)": range(13, 14),
}
FIRST_YEAR_ONLY = (1, 5, 6, 10)
HUNDRED_DAYS = (0, 1, 2, 3, 4, 5, 8, 13)


def lines_of(name: str) -> str:
    """The page as it stands."""
    return (PAGES.folder / name).read_text(encoding="utf-8")


def steps(label: str) -> list[Span]:
    """The staff-days of each step, from the line below `Time` or `Small town`."""
    found = re.findall(
        rf"^{label}\n:   .*?(\d+)(?: to (\d+))? staff-days?\b", lines_of("practise.md"), flags=re.MULTILINE
    )
    return [(int(low), int(high or low)) for low, high in found]


def total(spans: list[Span]) -> Span:
    """The sum of the low and of the high ends."""
    return sum(low for low, _ in spans), sum(high for _, high in spans)


def words(days: Span) -> str:
    """A span as the tables write it."""
    return f"{days[0]} to {days[1]}" if days[0] != days[1] else str(days[0])


def row(name: str, label: str) -> list[str]:
    """The cells of the table row that begins with the label."""
    line = next(line for line in lines_of(name).splitlines() if line.startswith(f"| {label} |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def duty_rows() -> int:
    """How many services the table of duties lists."""
    table = lines_of("practise.md").split("| Service | Respect |")[1].split("\n\n")[0]
    return len(table.splitlines()) - 2


def test_fourteen_steps_have_staff_days() -> None:
    assert len(steps("Time")) == len(steps("Small town")) == 14


@pytest.mark.parametrize("stage", STAGES)
def test_the_table_of_stages_is_the_sum_of_the_steps(stage: str) -> None:
    small, middle = steps("Small town"), steps("Time")
    cells = row("prepare.md", stage)
    assert cells[1] == words(total([small[i] for i in STAGES[stage]]))
    assert cells[2] == words(total([middle[i] for i in STAGES[stage]]))


@pytest.mark.parametrize(("label", "lines"), [("Under 20,000", "Small town"), ("20,000 to 250,000", "Time")])
def test_the_first_page_gives_the_sums_of_all_steps(label: str, lines: str) -> None:
    days = steps(lines)
    later = [span for i, span in enumerate(days) if i not in FIRST_YEAR_ONLY]
    cells = row("index.md", label)
    assert cells[2] == f"{words(total(days))} staff-days"
    assert cells[3] == f"{words(total(later))} staff-days a year"


def test_the_largest_places_are_summed_from_the_table() -> None:
    spans = [tuple(int(n) for n in row("prepare.md", stage)[3].split(" to ")) for stage in STAGES]
    assert row("index.md", "Over 250,000")[2] == f"{sum(s[0] for s in spans)} to {sum(s[1] for s in spans)} staff-days"


def test_the_first_hundred_days_are_a_part_of_the_steps() -> None:
    small, middle = steps("Small town"), steps("Time")
    few = words(total([small[i] for i in HUNDRED_DAYS]))
    many = words(total([middle[i] for i in HUNDRED_DAYS]))
    PAGES.assert_says("practise.md", f"{few} staff-days in a small town, {many} in a larger one")
    PAGES.assert_says("index.md", f"take {few} staff-days in a small town")


def test_the_map_counted() -> None:
    rows = duty_rows()
    filled = {verb: int(row("sustain.md", verb)[1]) for verb in ("Respect", "Protect", "Fulfil")}
    for verb, cells in filled.items():
        assert row("sustain.md", verb)[2:] == [str(rows), f"{pct(cells / rows)} %"]
    everything = sum(filled.values())
    assert row("sustain.md", "All")[1:] == [str(everything), str(3 * rows), f"{pct(everything / (3 * rows))} %"]
    PAGES.assert_says("sustain.md", f"has {rows} rows and so {3 * rows} cells")
    later, used = 32, 3
    PAGES.assert_says("sustain.md", f"{later} cells are filled, {pct(later / (3 * rows))} per cent")
    new = later - everything
    PAGES.assert_says("sustain.md", f"{used} of {new}, or {100 * used / new:.0f} per cent")


def test_the_findings_of_five_years() -> None:
    ours, shared, above, done = 7, 6, 5, 4
    PAGES.assert_says(
        "sustain.md",
        f"{ours + shared + above} findings reached the town: {ours} on own tasks, {shared} on shared ones, {above} on",
    )
    PAGES.assert_says(
        "sustain.md", f"four are carried out ({100 * done / ours:.0f} per cent), two begun, and one refused"
    )
    assert done + 2 + 1 == ours


def test_checks_in_two_parts_of_town() -> None:
    parts = {"Valley": (3200, 128, 12), "Centre": (4800, 108, 18)}
    for name, (residents, checks, finds) in parts.items():
        rate = f"{1000 * checks / residents:.1f}"
        assert row("sustain.md", name) == [
            name,
            f"{residents:,}",
            str(checks),
            rate,
            str(finds),
            f"{pct(finds / checks)} %",
        ]
    (r1, n1, f1), (r2, n2, f2) = parts["Valley"], parts["Centre"]
    assert r1 + r2 == 8000
    PAGES.assert_says("sustain.md", f"recorded {n1 + n2} checks")
    PAGES.assert_says("sustain.md", f"checked {(n1 / r1) / (n2 / r2):.2f} times as often")
    p, q = f2 / n2, f1 / n1
    error = math.sqrt(p * (1 - p) / n2 + q * (1 - q) / n1)
    low, high = 100 * (p - q - Z * error), 100 * (p - q + Z * error)
    PAGES.assert_says("sustain.md", f"The gap in finds is {100 * (p - q):.1f} points")
    PAGES.assert_says("sustain.md", f"from {low:.1f} to {high:.1f}")
    assert low < 0 < high


def test_who_gets_out_in_time() -> None:
    people, zone, vehicles, places, round_trip, warning = 45, 900, 2, 3, 40, 180
    rounds = warning // round_trip
    out = vehicles * rounds * places
    needed_rounds = math.ceil(people / (vehicles * places))
    hours, minutes = divmod(needed_rounds * round_trip, 60)
    needed = math.ceil(people / (rounds * places))
    for fragment in (
        f"{zone} people; {people} of them, or {pct(people / zone)} per cent",
        f"In {warning} minutes a vehicle makes {rounds} rounds",
        f"{vehicles} × {rounds} × {places} = {out} people; {people - out} are left",
        f"need {needed_rounds} rounds, or {hours} hours and {minutes} minutes",
        f"In time, {needed} vehicles are needed",
    ):
        PAGES.assert_says("sustain.md", fragment)
    assert needed - vehicles == 2, "the text says that two come from the neighbours"


def test_orders_in_a_wet_year() -> None:
    orders, end, door = 6, 5, 3
    PAGES.assert_says("sustain.md", f"{end} named an end ({100 * end / orders:.0f} per cent)")
    PAGES.assert_says("sustain.md", f"{door} named a door for review ({100 * door / orders:.0f} per cent)")


def test_a_small_town_has_its_days() -> None:
    text = PAGES.text_of("sustain.md")
    box = text[text.index("> [!NOTE] Small town") : text.index("### With four employees")]
    months = [int(days) for days in re.findall(r"\((\d+) days\)", box)]
    assert len(months) == 6
    assert f"{sum(months)} staff-days" in box
    first_year = words(total(steps("Small town")))
    assert f"less than the {first_year} days of the first year" in box


def test_four_employees_have_their_days() -> None:
    text = PAGES.text_of("sustain.md").split("### With four employees")[1]
    days = sum(int(found) for found in re.findall(r"\((\d+) days?\)", text))
    assert f"{days} staff-days" in text
