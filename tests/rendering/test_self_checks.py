"""Questions to test oneself and the modules of learning paths, in plain Markdown: what is read where no script runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.content.locations import SELF_CHECKS, generated_record, record_page
from golocal.rendering.identity import Identity
from golocal.rendering.site import Site

IDENTITY = Identity("The world", "Independent of everybody.", "CC0")
QUESTIONS = "docs/data/self-checks/warm-homes.yml"
PATH = "docs/learn/first-winter.md"


def site_of(world: Path) -> Site:
    return Site(world, check(world).catalogue, IDENTITY, preview=True)


def add(world: Path, id: str, topic: str) -> None:
    text = (world / QUESTIONS).read_text("utf-8")
    more = text.replace("who-owes:", f"{id}:").replace("topic: warm-homes", f"topic: {topic}")
    (world / QUESTIONS).write_text(f"{text}\n{more}", encoding="utf-8")


@pytest.mark.parametrize(
    ("id", "page"),
    [
        ("warm-homes-01", "warm-homes"),
        ("warm-homes-112", "warm-homes"),
        ("plans-2030-07", "plans-2030"),
        ("one", "one"),
    ],
)
def test_the_id_names_the_page_of_the_topic(id: str, page: str) -> None:
    assert record_page("self-check", id) == (f"docs/learn/self-check/{page}.md", id)
    assert generated_record(*record_page("self-check", id)) == ("self-check", id)


def test_an_answer_is_folded_below_its_question_with_reason_and_source(world: Path) -> None:
    text = site_of(world).page("docs/learn/self-check/who-owes.md").text
    question = text.index("## Who is the duty-bearer for a warm home? {: #who-owes }")
    options = text.index("- a. The tenant.\n- b. The town council.")
    answer = text.index("Answer\n{: .fold .answer }\n\n**b.** Article 4 of the covenant speaks to towns. ([")
    assert question < options < answer < text.index("## Sources")
    assert "](#ref-covenant2001text))" in text
    assert "Nothing is stored or sent" in text


def test_questions_of_one_topic_share_a_page_and_the_list_counts_them(world: Path) -> None:
    add(world, "ice-01", "ice-and-snow")
    add(world, "ice-02", "ice-and-snow")
    site = site_of(world)
    assert "[Ice and snow](ice.md), 2 questions" in site.page(SELF_CHECKS).text
    page = site.page("docs/learn/self-check/ice.md")
    assert page.title == "Test yourself: Ice and snow"
    assert page.text.count("{: .fold .answer }") == 2
    assert "[Other topics](index.md)" in page.text


def test_without_questions_the_list_of_topics_stays_and_is_empty(world: Path) -> None:
    (world / QUESTIONS).unlink()
    assert "## Topics" not in site_of(world).page(SELF_CHECKS).text


def test_a_path_shows_its_modules_in_order_with_the_sum_of_the_minutes(world: Path) -> None:
    front, _, rest = (world / PATH).read_text("utf-8").partition("modules:")
    after = rest.partition("---\n")[2]
    modules = (
        "\n  - read: task:cold-week\n    minutes: '50'\n    exercise: Ring | one neighbour.\n"
        "  - read: standard:warm-covenant#art-4\n    minutes: '25'\n    exercise: Write it down.\n"
    )
    (world / PATH).write_text(f"{front}modules:{modules}---\n{after}", encoding="utf-8")
    text = site_of(world).page(PATH).text
    first, second = text.index("\n1. **["), text.index("\n2. **[")
    assert first < text.index("**, 50 minutes. Ring \\| one neighbour.") < second
    assert "In all 1 hour 15 minutes, exercises included." in text


def test_a_time_that_is_no_number_gives_no_sum(world: Path) -> None:
    text = (world / PATH).read_text("utf-8")
    start = text.index("minutes:")
    line = text[start : text.index("\n", start)]
    (world / PATH).write_text(text.replace(line, "minutes: about an hour", 1), encoding="utf-8")
    page = site_of(world).page(PATH).text
    assert "about an hour" in page
    assert "In all" not in page


def test_the_page_of_learning_lists_paths_by_role_and_topics(repository: Path, world: Path) -> None:
    (world / "docs/learn/index.md").write_text((repository / "docs/learn/index.md").read_text("utf-8"), "utf-8")
    text = site_of(world).page("docs/learn/index.md").text
    assert "](first-winter.md)**. *For officials. Two hours.* A way through the corpus" in text
    assert "](self-check/who-owes.md), 1 question" in text
