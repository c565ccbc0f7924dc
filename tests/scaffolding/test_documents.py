"""`golocal new` for documents: what is given, what is asked, and what is refused without a trace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from golocal.checks.files.names import ACCEPTED
from golocal.checks.run import check
from golocal.checks.structure import chapter_incomplete, practice_incomplete
from golocal.commands import main
from golocal.scaffolding.body import ALIKE, OPENINGS, body
from golocal.scaffolding.examples import examples_of

New = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[2]


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }


def front_of(path: Path) -> list[str]:
    return path.read_text("utf-8").split("\n---\n")[0].splitlines()


def test_facts_stand_in_the_front_matter(here: Path, new: New) -> None:
    facts = [
        "--title",
        "Sunday buses: a start",
        "--country",
        "XA",
        "--set",
        "state=ended",
        "--set",
        "themes=budgeting, housing-policy",
    ]
    facts += ["--set", "coordinates.latitude=47.07", "--set", "staff=two drivers"]
    assert new("practice", *facts).exit_code == 0
    front = front_of(here / "docs/practices/sunday-buses-a-start.md")
    for line in (
        'title: "Sunday buses: a start"',
        "country_or_area: XA",
        "state: ended",
        "  latitude: 47.07",
        "staff: two drivers",
    ):
        assert line in front
    assert front[front.index("themes:") + 1 : front.index("themes:") + 3] == ["  - budgeting", "  - housing-policy"]
    assert "# cost:  # Cost where a source gives it (text, at most 300 characters)" in front


def test_an_optional_key_brings_the_keys_inside_it(here: Path, new: New) -> None:
    assert new("reference", "lindenau2031", "--set", "title-short=Buses", "--bare").exit_code == 0
    assert "  title-short: Buses\n" in (here / "docs/data/references/all.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("kind", "sections", "path"),
    [
        ("practice", practice_incomplete.SECTIONS, "docs/practices/x1.md"),
        ("chapter", chapter_incomplete.SECTIONS, "toolkit/x1/index.md"),
    ],
)
def test_sections_are_those_that_the_rule_asks_for(
    here: Path, new: New, kind: str, sections: tuple[str, ...], path: str
) -> None:
    assert new(kind, "x1").exit_code == 0
    text = (here / path).read_text("utf-8")
    assert tuple(line[3:] for line in text.splitlines() if line.startswith("## ")) == sections
    messages = [finding.message for finding in check(here).findings if finding.path == path]
    assert messages, "a draft that lacks nearly everything is told what"
    assert not [message for message in messages if "is missing" in message and "section" in message]


@pytest.mark.parametrize("kind", sorted(ALIKE))
def test_other_sections_come_from_the_example_of_the_kind(kind: str) -> None:
    example = examples_of(ROOT, kind)[0]
    wanted = [line for line in example.text.splitlines() if line.startswith("## ")]
    assert wanted
    assert [line for line in body(ROOT, kind, example.path).splitlines() if line.startswith("## ")] == wanted


@pytest.mark.parametrize("kind", OPENINGS)
def test_opening_sentences_are_those_of_the_example(kind: str) -> None:
    for sentence in OPENINGS[kind]:
        assert f"\n{sentence}\n" in examples_of(ROOT, kind)[0].text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("practice", "Our Method"), f"the name 'Our Method' is refused; {ACCEPTED}; for example `our-method`"),
        (("practice", "con"), "the name 'con' is refused"),
        (("practice", "../../etc"), "is refused"),
        (
            ("practice", "tarnholm-heat-fund"),
            "docs/practices/tarnholm-heat-fund.md is there already; nothing was changed",
        ),
        (("practise", "x1"), "there is no kind `practise`; kinds: `practice`"),
        (("practice",), "is refused"),
        (
            ("practice", "x1", "--country", "XX"),
            "`XX` is not in docs/data/vocabularies/countries.yml, the closest entries are `XA`",
        ),
        (("practice", "x1", "--set", "citty=Lindenau"), "a practice has no key `citty`; closest: `city`"),
        (("practice", "x1", "--set", "newest_source=May 2031"), "accepted: a year, month or day such as 2026"),
        (("task", "x1", "--set", "review_due"), "--set wants KEY=VALUE"),
        (("task", "index"), "is not accepted as the id of a task"),
        (("worksheet", "x1"), "say to which chapter it belongs: --in warm-homes"),
        (("worksheet", "x1", "--chapter", "warm-hoems"), "there is no chapter `warm-hoems`; closest: `warm-homes`"),
        (("worksheet", "--chapter", "warm-homes"), "give the new worksheet a name"),
        (("chapter-part", "warm-homes/how"), "a chapter has no part `how`; parts: `why`, `prepare`"),
        (("chapter-part", "warm-homes/why"), "toolkit/warm-homes/why.md is there already"),
        (("outcome", "2033-x"), "there is no academy `2033-x`"),
        (("paper", "nine"), "the id of this kind is a number"),
        (("paper", "9"), "volumes/papers-9/index.md is there already"),
        (("task", "x1", "--on", "1 May"), "does not match the format"),
    ],
)
def test_what_is_refused_changes_nothing_and_says_the_way_out(
    here: Path, new: New, arguments: tuple[str, ...], told: str
) -> None:
    before = files_of(here)
    result = new(*arguments) if "--on" not in arguments else CliRunner().invoke(main, ["new", *arguments])
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.output
    assert files_of(here) == before


def test_capital_letters_do_not_hide_a_file_that_is_there(here: Path, new: New) -> None:
    (here / "docs/tasks/cold-week.md").rename(here / "docs/tasks/Cold-Week.md")
    assert "docs/tasks/Cold-Week.md is there already" in new("task", "cold-week").stderr


def test_no_symbolic_link_leads_a_draft_out(here: Path, new: New) -> None:
    outside = here.parent / "outside"
    outside.mkdir()
    (here / "docs/learn/first-winter.md").unlink()
    (here / "docs/learn").rmdir()
    (here / "docs/learn").symlink_to(outside)
    assert "symbolic link" in new("learning-path", "x1").stderr
    assert list(outside.iterdir()) == []


def test_in_a_terminal_it_asks_for_what_is_missing(here: Path, new: New) -> None:
    answers = "\n".join(["A week of heat, and what a town does first.", "may", "2031-05", *[""] * 20])
    result = new("meeting", "heat", answers=answers)
    assert result.exit_code == 0, result.output
    assert "One or two sentences that say what the reader gets" in result.output
    front = front_of(here / "docs/meetings/2031-heat.md")
    assert "summary: A week of heat, and what a town does first." in front


def test_a_wrong_answer_is_asked_again(here: Path, new: New) -> None:
    result = new(
        "practice",
        "x1",
        "--summary",
        "Buses on Sundays, and who paid for them.",
        answers="\n".join(["", "light-years", "housing", *[""] * 20]),
    )
    assert result.exit_code == 0, result.output
    assert "Not accepted: no right has the code `light-years`" in result.output
    front = front_of(here / "docs/practices/x1.md")
    assert front[front.index("rights:") + 1] == "  - housing"


def test_without_a_terminal_it_asks_nothing(here: Path) -> None:
    result = CliRunner().invoke(main, ["new", "task", "x1"], input="")
    assert (result.exit_code, "An empty answer" in result.output) == (0, False)


def test_outside_of_a_repository_it_says_where_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["new", "task", "x1"])
    assert (result.exit_code, "mkdocs.yml" in result.output) == (2, True)
