"""What editors write for one another, and raw data, are in no file that leaves the repository: site, archive, index, manifest, plain tree."""

from __future__ import annotations

import gzip
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.hostile.worlds import with_code

from golocal.commands import main
from golocal.publishing.build import Build
from golocal.publishing.mkdocs_run import run_mkdocs
from golocal.verifying.run import verify

pytestmark = [pytest.mark.site, pytest.mark.slow]

WORLD = Path(__file__).parents[1] / "world"
OPEN_DATA = {".csv", ".json", ".xlsx", ".zip", ".bib", ".ris"}
"""Endings of what is published as data; the files that editors write end otherwise."""
REMARKS = ("remark-in-data", "remark-in-front-matter", "remark-in-waiver", "remark-in-vocabulary")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """The invented world with remarks at every place that may hold one, built and staged."""
    root = tmp_path_factory.mktemp("leaks") / "world"
    shutil.copytree(WORLD, root)
    with_code(root, repository, unchecked=False)
    for file in root.glob("docs/data/*/*.yml"):
        remark = "remark-in-vocabulary" if file.parent.name == "vocabularies" else "remark-in-data"
        file.write_text(f"# {remark}\n{file.read_text(encoding='utf-8')}# {remark}\n", encoding="utf-8")
    page = root / "docs/about/index.md"
    (root / "docs/library").mkdir()
    for path in ("docs/library/index.md", "docs/contribute/report.md"):  # the theme links to them
        shutil.copyfile(root / "docs/contribute/index.md", root / path)
    text = page.read_text(encoding="utf-8").replace("---\n", "---\n# remark-in-front-matter\n", 1)
    waived = "\n\n<!-- golocal: allow link-broken: remark-in-waiver -->\n[x](missing.md)\n"
    page.write_text(text + waived.replace("[x](missing.md)", "[x](../missing.txt)"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert CliRunner().invoke(main, ["stage", str(root / "staged")]).exit_code == 0
        patch.setenv("PYTHONPATH", str(root / "hooks"))
        page.write_text(text, encoding="utf-8")
        Build(root, verify=verify, say=lambda line: None, render=run_mkdocs).run()
    return root


def contents(root: Path) -> Iterator[tuple[str, bytes]]:
    """Every file that leaves the repository, unpacked, by its name."""
    for folder in ("site", "dist", "staged"):
        for file in (path for path in (root / folder).rglob("*") if path.is_file()):
            data = file.read_bytes()
            yield str(file), gzip.decompress(data) if file.suffix == ".gz" else data
            if file.suffix == ".zip":
                with zipfile.ZipFile(file) as packed:
                    yield from ((f"{file}/{name}", packed.read(name)) for name in packed.namelist())


def test_no_remark_leaves(published: Path) -> None:
    found = [(name, remark) for name, data in contents(published) for remark in REMARKS if remark.encode() in data]
    assert found == []


def test_no_raw_file_leaves(published: Path) -> None:
    names = [name.removeprefix(str(published)) for name, _ in contents(published)]
    raw = [name for name in names if name.endswith((".yml", ".yaml", ".py")) and name != "/staged/mkdocs.yml"]
    assert raw == []
    assert len(names) > 100
    assert {Path(name).suffix for name in names if "/data/" in name} <= OPEN_DATA


def test_the_index_of_search_and_the_manifest_are_among_what_was_searched(published: Path) -> None:
    names = {name.removeprefix(str(published)) for name, _ in contents(published)}
    assert {"/site/manifest.json", "/site/search/start.js", "/staged/docs/about/index.md"} <= names
    assert any(".zip/" in name and name.endswith("search/start.js") for name in names)
    assert any("sitemap" in name for name in names)
