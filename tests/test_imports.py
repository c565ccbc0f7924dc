"""The steps of the package import only from right to left."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import golocal

PACKAGE = Path(golocal.__file__).parent
STEPS = (
    "findings",
    "reading",
    "content",
    "checks",
    "rendering",
    "publishing",
    "verifying",
    "scaffolding",
    "serving",
    "commands",
)
MODULES = [path.relative_to(PACKAGE).as_posix() for path in sorted(PACKAGE.rglob("*.py"))]


def step_of(name: str) -> str:
    return name.split("/", maxsplit=1)[0].removesuffix(".py")


def imported_steps(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Import | ast.ImportFrom):
            continue
        names = [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            names = [f"golocal.{name}" for name in names] if node.module == "golocal" else [node.module or ""]
        for name in names:
            parts = name.split(".")
            if parts[0] == "golocal" and len(parts) > 1 and parts[1] in STEPS:
                yield parts[1], node.lineno


def test_every_module_belongs_to_a_step() -> None:
    assert {step_of(name) for name in MODULES} - set(STEPS) <= {"__init__", "__main__"}


@pytest.mark.parametrize("name", [name for name in MODULES if step_of(name) in STEPS])
def test_module_imports_only_from_steps_to_its_left(name: str) -> None:
    own = STEPS.index(step_of(name))
    tree = ast.parse((PACKAGE / name).read_text("utf-8"))
    assert [(step, line) for step, line in imported_steps(tree) if STEPS.index(step) > own] == []
