"""`golocal stage`: a plain tree that another renderer builds without our code."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from golocal.commands import main
from golocal.reading.settings import SettingsUnreadable, read_settings
from golocal.rendering.identity import identity_of


@pytest.fixture
def root(world: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(world)
    return world


def stage(folder: Path) -> Result:
    return CliRunner().invoke(main, ["stage", str(folder)])


def test_the_tree_is_plain_and_complete(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = stage(out)
    assert result.exit_code == 0, result.output
    pages = list(out.rglob("*.md"))
    assert result.output == f"{len(pages)} pages in {out}\n"
    assert (out / "docs/about/chain.svg").read_bytes() == (root / "docs/about/chain.svg").read_bytes()
    assert (out / "docs/toolkit/warm-homes/why.md").is_file()
    assert not list((out / "docs").rglob("*.yml")), "data become pages; their files stay behind"
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"\]\((?:standard|right|indicator|practice|term|chapter):", text), page
        assert "<!-- golocal" not in text


def test_a_renderer_without_our_code_builds_it_strictly(root: Path, tmp_path: Path) -> None:
    stage(tmp_path / "out")
    settings = yaml.safe_load((tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["plugins"] == []
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=tmp_path / "out", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/toolkit/warm-homes/why/index.html").is_file()


def test_a_second_run_replaces_the_first(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    stage(out)
    (out / "docs/left-over.md").write_text("x", encoding="utf-8")
    assert stage(out).exit_code == 0
    assert not (out / "docs/left-over.md").exists()


@pytest.mark.parametrize("names", [["notes.txt"], ["mkdocs.yml"], ["docs"], ["mkdocs.yml", "docs"]])
def test_a_folder_that_is_not_ours_stays_as_it_is(root: Path, tmp_path: Path, names: list[str]) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for name in names:
        (out / name).write_text("site_name: mine\n", encoding="utf-8")
    result = stage(out)
    assert result.exit_code == 2
    assert "holds other things" in result.output
    assert sorted(path.name for path in out.iterdir()) == sorted(names)


def test_the_repository_itself_is_refused(root: Path) -> None:
    assert stage(root).exit_code == 2


def test_errors_in_the_sources_stop_it(root: Path, tmp_path: Path) -> None:
    (root / "docs/about/broken.md").write_text("no front matter\n", encoding="utf-8")
    result = stage(tmp_path / "out")
    assert result.exit_code == 1
    assert "docs/about/broken.md:1:1: error[front-matter-absent]" in result.output
    assert not (tmp_path / "out").exists()


def test_settings_are_read_without_mkdocs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "site_name: !ENV [GL_NAME, GL_OTHER, A name]\nsite_url: !ENV GL_URL\nextra:\n  identity:\n    licence: CC0\n"
        "slug: !!python/object/apply:pymdownx.slugs.slugify\n  kwds: {case: lower}\nother: !relative $config_dir\n"
    )
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    settings = read_settings(tmp_path)
    assert (settings["site_name"], settings["site_url"], settings["slug"]) == ("A name", None, None)
    assert identity_of(settings).licence == "CC0"
    monkeypatch.setenv("GL_OTHER", "Another")
    assert read_settings(tmp_path)["site_name"] == "Another"


@pytest.mark.parametrize("text", ["a: [", "- a list", "", "a: !ENV []\nb: !ENV {c: d}\n: :"])
def test_settings_that_cannot_be_read_are_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsUnreadable, match=r"mkdocs\.yml"):
        read_settings(tmp_path)
