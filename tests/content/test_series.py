"""Articles of an issue stand in the order of the issue: in its menu, its publication and its list."""

from __future__ import annotations

from pathlib import Path

from golocal.checks.run import check
from golocal.content.series import articles_of
from golocal.rendering.publications import publications

ISSUE = "volumes/papers-9/index.md"
LINK = "[who pays for heat](article:papers-9/who-pays)"


def with_articles(world: Path, named: str) -> None:
    """Three articles in an issue whose text names them so."""
    first = world / "volumes/papers-9/who-pays.md"
    for name in ("after", "before"):
        (first.parent / f"{name}.md").write_text(first.read_text("utf-8"), "utf-8")
    issue = world / ISSUE
    issue.write_text(issue.read_text("utf-8").replace(LINK, named), "utf-8")


def test_articles_follow_the_issue_and_those_that_it_does_not_name_come_last(world: Path) -> None:
    with_articles(world, f"{LINK}, then [](article:papers-9/before), and {LINK} again")
    catalogue = check(world).catalogue
    names = [Path(path).stem for path in articles_of(catalogue, ISSUE)]
    assert names == ["who-pays", "before", "after"]
    (issue,) = (each for each in publications(catalogue) if each.page == ISSUE)
    assert [Path(path).stem for path in issue.paths] == ["index", *names]
    assert issue.name == "papers-9"
