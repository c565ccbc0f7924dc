"""The text of a new document: the sections that the rules and the examples ask for, to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from golocal.checks.structure import chapter_incomplete, practice_incomplete, step_incomplete
from golocal.scaffolding.blanks import MARK
from golocal.scaffolding.examples import sections_of_example

# The examples of these kinds have the sections that every document of the kind has.
ALIKE = frozenset({"academy", "meeting", "outcome", "task", "volume"})
RULED = {"chapter": chapter_incomplete.SECTIONS, "practice": practice_incomplete.SECTIONS}
OPENINGS = {
    "worksheet": (
        "Have your legal office check: competence, national law.",
        "Licence: CC0. Copy, change and use it freely.",
    )
}


def body(root: Path, kind: str, path: str) -> str:
    """The Markdown below the front matter."""
    return "\n\n".join(_blocks(root, kind, path)) + "\n"


def _blocks(root: Path, kind: str, path: str) -> Iterator[str]:
    yield from OPENINGS.get(kind, ())
    if step_incomplete.STEP_PAGE.fullmatch(path):
        yield "## Steps"
        yield from _step("0. Check whose task it is")
        return
    sections = RULED.get(kind) or (tuple(sections_of_example(root, kind)) if kind in ALIKE else ())
    for section in sections:
        yield f"## {section}"
        if kind != "practice":
            yield f"{MARK}: write this section."
    if not sections:
        yield f"{MARK}: write the text."


def _step(title: str) -> Iterator[str]:
    yield f"### {title}"
    for term in step_incomplete.REQUIRED:
        yield f"{term}\n:   {MARK}"
