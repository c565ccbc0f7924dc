"""Worksheets and articles stand in the order of the list on their first page, tasks along the policy cycle, in files and in the menu."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from golocal.checks.run import check
from golocal.content.catalogue import Catalogue
from golocal.content.sequences import articles, chapter_pages, tasks
from golocal.rendering.publications import publications

CHAPTER, VOLUME = "toolkit/warm-homes", "volumes/papers-9"


def copied(world: Path, source: str, *names: str) -> None:
    """More pages of the same kind, under these names."""
    for name in names:
        shutil.copyfile(world / source, (world / source).with_name(f"{name}.md"))


def listed(world: Path, index: str, text: str) -> None:
    """The first page with more text at its end."""
    page = world / index
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")


def test_worksheets_follow_the_list_and_not_a_link_in_a_sentence(world: Path) -> None:
    copied(world, f"{CHAPTER}/worksheets/heat-list.md", "alpha", "zulu", "beta")
    sentence = "No time? Take [the sheet](worksheet:warm-homes/beta).\n\n"
    listed(world, f"{CHAPTER}/index.md", f"{sentence}[](worksheet:warm-homes/zulu), [](worksheet:warm-homes/alpha).")
    parts, sheets = chapter_pages(check(world).catalogue.corpus.documents, CHAPTER)
    assert [path.rpartition("/")[2] for path in sheets] == ["zulu.md", "alpha.md", "beta.md", "heat-list.md"]
    assert [path.rpartition("/")[2] for path in parts] == [
        "why.md",
        "prepare.md",
        "practise.md",
        "sustain.md",
        "easy.md",
    ]


def test_articles_follow_the_list(world: Path) -> None:
    copied(world, f"{VOLUME}/who-pays.md", "zeal", "ash")
    listed(world, f"{VOLUME}/index.md", "[](article:papers-9/zeal)\n\n[](article:papers-9/who-pays)")
    found = articles(check(world).catalogue.corpus.documents, VOLUME)
    assert [path.rpartition("/")[2] for path in found] == ["zeal.md", "who-pays.md", "ash.md"]


def test_tasks_follow_the_policy_cycle_and_those_without_a_stage_come_last(world: Path) -> None:
    task = world / "docs/tasks/cold-week.md"
    text = task.read_text(encoding="utf-8")
    bare = re.sub(r"^policy_stages:.*\n", "", text, flags=re.MULTILINE)
    for name, stage in (("z-first", "plan"), ("a-last", ""), ("b-middle", "budget")):
        field = f"policy_stages: [{stage}]\n" if stage else ""
        task.with_name(f"{name}.md").write_text(bare.replace("---\n", f"---\n{field}", 1), encoding="utf-8")
    task.unlink()
    found = [entry.key.id for entry in tasks(check(world).catalogue)]
    assert [name for name in found if name != "draft-task"] == ["z-first", "b-middle", "a-last"]


def test_list_menu_and_publication_have_the_tasks_in_one_order(catalogue: Catalogue) -> None:
    (publication,) = (each for each in publications(catalogue) if each.name == "tasks")
    assert list(publication.paths[1:]) == [entry.path for entry in tasks(catalogue)]


def test_the_next_article_is_the_next(catalogue: Catalogue) -> None:
    found = articles(catalogue.corpus.documents, "volumes/papers-4")
    names = [path.rpartition("/")[2].removesuffix(".md") for path in found]
    assert names == ["what-made-plans-survive", "budgets-that-shrank-and-lasted", "cuts-before-courts-and-auditors"]
