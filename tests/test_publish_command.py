"""`golocal publish` writes all publications without a site, and says in one line why it cannot."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from golocal.commands import main
from golocal.rendering.text import size_in_words

SETTINGS = Path(__file__).parents[1] / "mkdocs.yml"


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output


@pytest.fixture(autouse=True)
def inside(world: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented world with our settings."""
    shutil.copyfile(SETTINGS, world / "mkdocs.yml")
    monkeypatch.chdir(world)
    return world


def test_it_writes_every_publication_and_tells_what_was_new(tmp_path: Path) -> None:
    code, said = run("publish", str(tmp_path / "out"))
    assert code == 0, said
    files = [path.name for path in (tmp_path / "out").iterdir()]
    count = sum(name.endswith(".pdf") for name in files)
    assert {"chapter-warm-homes.pdf", "chapter-warm-homes.epub"} <= set(files)
    sheets = sum(name.endswith((".docx", ".xlsx")) for name in files)
    assert said.startswith(f"{count} publications as PDF and EPUB in ")
    size = size_in_words(sum(path.stat().st_size for path in (tmp_path / "out").iterdir()))
    assert f", and {sheets} office files of worksheets, {size}; " in said
    assert len(files) == 2 * count + sheets
    assert said.endswith(f"; {count} PDF made anew\n")
    assert run("publish", str(tmp_path / "out"))[1].endswith("; 0 PDF made anew\n")


def test_faulty_sources_are_listed_and_nothing_is_written(inside: Path, tmp_path: Path) -> None:
    (inside / "docs/data/terms/core.yml").write_text("x: [", encoding="utf-8")
    code, said = run("publish", str(tmp_path / "out"))
    assert code == 1
    assert "error[yaml-broken]" in said
    assert not (tmp_path / "out").exists()


def test_a_table_that_does_not_fit_stops_it_at_its_place(inside: Path, tmp_path: Path) -> None:
    sheet = next((inside / "toolkit/warm-homes/worksheets").glob("*.md"))
    words = " | ".join(["w" * 22] * 4)
    text = sheet.read_text(encoding="utf-8") + f"\n| {words} |\n| --- | --- | --- | --- |\n| 1 | 2 | 3 | 4 |\n"
    sheet.write_text(text, encoding="utf-8")
    code, said = run("publish", str(tmp_path / "out"))
    assert code == 1
    assert "error[table-too-wide]: the table is" in said
    assert f"{sheet.relative_to(inside).as_posix()}:{text.count(chr(10)) - 2}:1:" in said
