"""What a build makes, in which order, and when it is made again."""

from __future__ import annotations

import datetime
import hashlib
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

import golocal
from golocal.checks.run import check
from golocal.content.dates import newest_date
from golocal.publishing.manifest import differences, read_manifest
from golocal.verifying.run import verify

from .building import SMALL_ZIP, ZIM_FILE, ZIP, Bench, write_zim


def test_a_build_makes_site_archive_and_sums(bench: Bench) -> None:
    result = bench.build()
    assert (result.built, result.pages) == (True, 2)
    assert result.records["practice"] == 1
    assert list(result.seconds) == [
        "check",
        "data",
        "publications",
        "offline site",
        "verify offline site",
        "archive",
        "ZIM file",
        "online site",
        "verify online site",
        "exchange",
    ]
    made = [ZIM_FILE, ZIP, SMALL_ZIP, "sheet.docx", "tasks.pdf"]
    hashes = {name: hashlib.sha256((bench.root / "dist" / name).read_bytes()).hexdigest() for name in sorted(made)}
    sums = (bench.root / "dist/SHA256SUMS").read_text(encoding="utf-8")
    assert sums == "".join(f"{digest}  {name}\n" for name, digest in hashes.items())
    for name in (ZIP, SMALL_ZIP, ZIM_FILE):
        assert (bench.root / "site/downloads" / name).read_bytes() == (bench.root / "dist" / name).read_bytes()


def test_the_zim_file_is_made_of_the_large_copy(bench: Bench) -> None:
    bench.build()
    assert "manifest.json" in (bench.root / "dist" / ZIM_FILE).read_text(encoding="utf-8").splitlines()
    assert bench.stub.offline[0]["GOLOCAL_PUBLICATIONS"].endswith("publications")


def test_without_libzim_all_else_is_made_and_made_again_once_it_is_there(bench: Bench) -> None:
    bench.write_zim = None
    assert bench.build().built
    assert not (bench.root / "dist" / ZIM_FILE).exists()
    assert not bench.build().built
    bench.write_zim = write_zim
    assert bench.build().built
    assert (bench.root / "site/downloads" / ZIM_FILE).exists()
    bench.write_zim = None
    assert not bench.build().built, "one with the file is good enough"


def test_the_sums_are_those_of_sha256sum(bench: Bench) -> None:
    bench.build()
    done = subprocess.run(["sha256sum", "--check", "SHA256SUMS"], cwd=bench.root / "dist", check=False)
    assert done.returncode == 0


def test_all_trees_carry_a_manifest_that_matches(bench: Bench, tmp_path: Path) -> None:
    result = bench.build()
    site = bench.root / "site"
    assert read_manifest(site) == result.manifest
    assert differences(site, result.manifest) == []
    assert result.manifest.checked.findings == len(check(bench.root).findings)
    for name, top in ((ZIP, "go-local"), (SMALL_ZIP, "go-local-small")):
        with zipfile.ZipFile(bench.root / "dist" / name) as archive:
            archive.extractall(tmp_path / "disk")
        disk = tmp_path / "disk" / f"{top}-{golocal.__version__}"
        assert read_manifest(disk).offline
        assert verify(disk) == []
        assert not (disk / "app.js.map").exists()


def test_mkdocs_is_told_what_to_build_and_when(bench: Bench) -> None:
    bench.build()
    online, offline = bench.stub.online, bench.stub.offline[0]
    assert len(bench.stub.offline) == 2
    for told in bench.stub.offline:
        assert (told["GOLOCAL_COPIES"], told["SITE_URL"]) == ("", "")
        assert told["GOLOCAL_DATA"] == online["GOLOCAL_DATA"]
    assert Path(online["GOLOCAL_COPIES"]).is_absolute()
    newest = datetime.datetime.fromtimestamp(int(offline["SOURCE_DATE_EPOCH"]), datetime.UTC)
    assert newest.time() == datetime.time()
    assert newest.date() == newest_date(check(bench.root).catalogue)
    assert "SITE_URL" not in online


def test_the_newest_change_is_the_date_of_a_build(bench: Bench) -> None:
    before = newest_date(check(bench.root).catalogue)
    later = before + datetime.timedelta(days=400)
    home = bench.root / "docs/index.md"
    text = home.read_text(encoding="utf-8").replace("---\n", f"---\nchanges:\n  - date: {later}\n    note: More.\n", 1)
    home.write_text(text, encoding="utf-8")
    assert newest_date(check(bench.root).catalogue) == later


def test_two_builds_in_two_folders_give_the_same_bytes(world: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    shutil.copytree(world, other)
    results = []
    for root in (world, other):
        Bench(root).build()
        files = [*(root / "site").rglob("*"), *(root / "dist").rglob("*")]
        results.append({path.relative_to(root): path.read_bytes() for path in files if path.is_file()})
    assert results[0] == results[1]


def test_nothing_is_built_again_while_nothing_changes(bench: Bench) -> None:
    first = bench.build()
    again = bench.build()
    assert (again.built, again.manifest, len(bench.stub.calls)) == (False, first.manifest, 3)
    assert bench.build(anew=True).built


@pytest.mark.parametrize(
    "path", ["site/index.html", "site/manifest.json", f"dist/{ZIP}", f"dist/{ZIM_FILE}", "dist/SHA256SUMS"]
)
@pytest.mark.parametrize("fault", ["changed", "missing"])
def test_a_result_that_is_not_whole_is_built_again(bench: Bench, path: str, fault: str) -> None:
    bench.build()
    before = bench.results()
    file = bench.root / path
    if fault == "changed":
        file.write_bytes(file.read_bytes()[:-1] + b"?")
    else:
        file.unlink()
    assert bench.build().built
    assert bench.results() == before


def test_a_changed_source_is_built_again(bench: Bench) -> None:
    bench.build()
    bench.change("More text.")
    assert bench.build().built
    assert b"More text." in (bench.root / "site/index.html").read_bytes()


def test_the_small_copy_is_told_of_forms_to_fill_in_and_the_others_of_all(bench: Bench) -> None:
    bench.build()
    large, small = bench.stub.offline
    assert bench.stub.online["GOLOCAL_PUBLICATIONS"] == large["GOLOCAL_PUBLICATIONS"]
    assert names_in(large["GOLOCAL_PUBLICATIONS"]) == ["sheet.docx", "tasks.pdf"]
    assert names_in(small["GOLOCAL_PUBLICATIONS"]) == ["sheet.docx"]


def names_in(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_a_site_alone_comes_as_the_small_copy(bench: Bench) -> None:
    bench.site_only = True
    bench.build()
    assert names_in(str(bench.root / "dist")) == ["SHA256SUMS", SMALL_ZIP]


def test_a_site_without_publications_is_not_taken_for_a_whole_one(bench: Bench) -> None:
    bench.site_only = True
    assert bench.build().built
    assert {call["GOLOCAL_PUBLICATIONS"] for call in bench.stub.calls} == {""}
    assert not bench.build().built
    bench.site_only = False
    assert bench.build().built
    bench.site_only = True
    assert not bench.build().built, "a whole one is good enough"
