"""The steps of `scripts/test`, in order, each with a heading and its seconds. Standard library only."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import bootstrap

TEXTS = ("docs", "hooks", "scripts", "tests", "toolkit", "volumes")


@dataclass(frozen=True)
class Step:
    """A command of the virtual environment that must end with 0."""

    name: str
    command: tuple[str, ...]


def steps(left_out: Sequence[str], to_pytest: Sequence[str]) -> list[Step]:
    """All steps. `left_out` names pytest marks that are not run."""
    marks = ("-m", " and ".join(f"not {mark}" for mark in left_out)) if left_out else ()
    texts = [name for name in [*TEXTS, *_top_level_texts()] if (bootstrap.ROOT / name).exists()]
    return [
        Step("ruff check", ("ruff", "check", ".")),
        Step("ruff format", ("ruff", "format", "--check", ".")),
        Step("mypy", ("mypy",)),
        Step("golocal schema --check", ("golocal", "schema", "--check")),
        Step("codespell", ("codespell", *texts)),
        Step("pytest", ("pytest", *marks, *to_pytest)),
    ]


def _top_level_texts() -> list[str]:
    return sorted(path.name for path in bootstrap.ROOT.glob("*.md"))


def run(todo: Sequence[Step], environment: dict[str, str]) -> int:
    """Run all steps, also after one has failed; 1 if any failed. A failed one before the last is named at the end."""
    failed = []
    for step in todo:
        bootstrap.say(f"\n== {step.name}")
        begin = time.monotonic()
        code = bootstrap.run(bootstrap.binary(step.command[0]), *step.command[1:], environment=environment)
        if step is not todo[-1]:
            bootstrap.say(f"   {time.monotonic() - begin:.1f} s")
        if code:
            failed.append(step.name)
    if failed:
        bootstrap.say(f"failed: {', '.join(failed)}")
    return 1 if failed else 0
