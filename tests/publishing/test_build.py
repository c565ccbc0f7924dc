"""The build, with a stub in place of MkDocs: order, environment, exchange, and what a failure leaves behind."""

from __future__ import annotations

import datetime
import hashlib
import shutil
import signal
import subprocess
import sys
import textwrap
import time
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

import golocal
from golocal.checks.run import check
from golocal.commands import build as build_command
from golocal.commands import main
from golocal.content.catalogue import Catalogue
from golocal.content.dates import newest_date
from golocal.publishing import build as build_module
from golocal.publishing.build import Build, BuildFailed
from golocal.publishing.lock import Locked, only_one
from golocal.publishing.manifest import Problem, differences, read_manifest
from golocal.publishing.mkdocs_run import SiteRefused, run_mkdocs
from golocal.publishing.offline_copies import WriteZim
from golocal.publishing.publications.refused import PublicationsRefused
from golocal.publishing.zim.file import ZimRefused
from golocal.rendering.offline import OFFLINE_FORMS
from golocal.rendering.policy import policy
from golocal.verifying.run import verify

ZIP, SMALL_ZIP, ZIM_FILE = (form.name(golocal.__version__) for form in OFFLINE_FORMS)
PDF = b"%PDF-1.7"
Snapshot = dict[str, bytes]
POLICY = f'<html><head><meta http-equiv="Content-Security-Policy" content="{policy([])}"></head>'


def snapshot(*folders: Path) -> Snapshot:
    """Bytes of all files in folders by their path."""
    return {str(path): path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


@dataclass
class Stub:
    """Writes a site of two pages, as MkDocs would; remembers how it was called."""

    calls: list[Mapping[str, str]] = field(default_factory=list)
    links_to: str = "a.html"

    def __call__(self, root: Path, target: Path, variables: Mapping[str, str]) -> None:
        self.calls.append(dict(variables))
        home = (root / "docs/index.md").read_text(encoding="utf-8").split("---\n")[2]
        target.mkdir(parents=True)
        head = "" if variables["OFFLINE"] == "true" else POLICY
        (target / "index.html").write_text(f'{head}<a href="{self.links_to}">{home}</a>', encoding="utf-8")
        (target / "a.html").write_text(f"{head}<p>A page</p>", encoding="utf-8")
        (target / "app.js.map").write_text("{}", encoding="utf-8")
        if variables["GOLOCAL_COPIES"]:
            shutil.copytree(variables["GOLOCAL_COPIES"], target / "downloads")

    @property
    def offline(self) -> list[Mapping[str, str]]:
        """What it was told of the copies for a disk: the large one first, which has all publications."""
        told = [call for call in self.calls if call["OFFLINE"] == "true"]
        return sorted(told, key=lambda call: call["GOLOCAL_PUBLICATIONS"].endswith("forms"))

    @property
    def online(self) -> Mapping[str, str]:
        """What it was told of the site for a server."""
        (told,) = (call for call in self.calls if call["OFFLINE"] == "false")
        return told


def publish(root: Path, catalogue: Catalogue, data: Path, folder: Path) -> Mapping[str, bool]:
    """Writes one publication and one form."""
    (folder / "tasks.pdf").write_bytes(PDF)
    (folder / "sheet.docx").write_bytes(b"PK")
    return {"tasks": True}


def write_zim(root: Path, folder: Path, file: Path, date: datetime.date) -> None:
    """Writes what the offline copy holds, as libzim would."""
    file.write_text("\n".join(sorted(path.name for path in folder.iterdir())), encoding="utf-8")


@dataclass
class Bench:
    """A world with a stub, and what was said while building."""

    root: Path
    stub: Stub = field(default_factory=Stub)
    said: list[str] = field(default_factory=list)
    site_only: bool = False
    write_zim: WriteZim | None = write_zim

    def build(self, *, anew: bool = False, verifying: Callable[[Path], list[Problem]] = verify) -> build_module.Result:
        say, render, zim = self.said.append, self.stub, self.write_zim
        build = Build(self.root, verify=verifying, say=say, render=render, publish=publish, write_zim=zim)
        return build.run(anew=anew, site_only=self.site_only)

    def change(self, word: str) -> None:
        with (self.root / "docs/index.md").open("a", encoding="utf-8") as file:
            file.write(f"\n{word}\n")

    def results(self) -> Snapshot:
        return snapshot(self.root / "site", self.root / "dist")


@pytest.fixture
def bench(world: Path) -> Bench:
    return Bench(world)


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


def test_a_zim_file_that_fails_leaves_the_last_site(bench: Bench) -> None:
    def refuse(root: Path, folder: Path, file: Path, date: datetime.date) -> None:
        raise ZimRefused("no room on the disk")

    bench.build()
    before = bench.results()
    bench.change("More text.")
    bench.write_zim = refuse
    with pytest.raises(BuildFailed, match="no room on the disk\nThe ZIM file could not be made"):
        bench.build()
    assert bench.results() == before


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


def failing_render(root: Path, target: Path, variables: Mapping[str, str]) -> None:
    """Leaves half a site behind, as a process that dies does."""
    target.mkdir(parents=True)
    (target / "index.html").write_text("half", encoding="utf-8")
    raise SiteRefused("WARNING -  a broken link")


def test_errors_in_the_sources_leave_the_last_site(bench: Bench) -> None:
    bench.build()
    before = bench.results()
    (bench.root / "docs/about/broken.md").write_text("no front matter\n", encoding="utf-8")
    with pytest.raises(BuildFailed, match="front-matter-absent"):
        bench.build()
    assert bench.results() == before
    assert len(bench.stub.calls) == 3


def test_a_site_that_mkdocs_refuses_leaves_the_last_site(bench: Bench) -> None:
    bench.build()
    before = bench.results()
    bench.change("More text.")
    with pytest.raises(BuildFailed, match="a broken link"):
        Build(bench.root, verify=verify, say=bench.said.append, render=failing_render, publish=publish).run()
    assert bench.results() == before


def test_a_faulty_site_leaves_the_last_site(bench: Bench) -> None:
    bench.build()
    before = bench.results()
    bench.stub.links_to = "missing.html"
    bench.change("More text.")
    with pytest.raises(BuildFailed, match=r"index\.html: a href 'missing\.html': there is no such file"):
        bench.build()
    assert bench.results() == before


def test_a_site_without_the_download_is_faulty(bench: Bench) -> None:
    stub = bench.stub

    def forgetful(root: Path, target: Path, variables: Mapping[str, str]) -> None:
        stub(root, target, {**variables, "GOLOCAL_COPIES": ""})

    with pytest.raises(BuildFailed, match="does not carry the offline copy"):
        Build(bench.root, verify=verify, say=bench.said.append, render=forgetful, publish=publish).run()
    assert not (bench.root / "site").exists()


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


def test_a_refused_publication_leaves_the_last_site(bench: Bench) -> None:
    def refuse(root: Path, catalogue: Catalogue, data: Path, folder: Path) -> Mapping[str, bool]:
        raise PublicationsRefused("tasks.pdf: a table is too wide")

    bench.build()
    before = bench.results()
    bench.change("More text.")
    with pytest.raises(BuildFailed, match="a table is too wide"):
        Build(bench.root, verify=verify, say=bench.said.append, render=bench.stub, publish=refuse).run()
    assert bench.results() == before


def test_many_problems_are_cut(bench: Bench) -> None:
    problems = [Problem(f"{number}.html", "wrong") for number in range(500)]
    with pytest.raises(BuildFailed, match=r"500 in all; `golocal verify \.build/go-local-offline`") as caught:
        bench.build(verifying=lambda folder: problems)
    assert len(str(caught.value).splitlines()) < 50


def test_a_build_killed_between_two_renamings_is_undone(bench: Bench) -> None:
    bench.build()
    before = bench.results()
    for name in ("site", "dist"):
        (bench.root / name).rename(bench.root / ".build" / f"old-{name}")
    assert not bench.build().built
    assert bench.results() == before


def test_a_renaming_that_fails_is_undone(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.build()
    before = bench.results()
    bench.change("More text.")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.parts[-2:] == (".build", "site"):
            raise PermissionError("in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        bench.build()
    after = bench.results()
    assert {path: data for path, data in after.items() if "/site/" in path} == {
        path: data for path, data in before.items() if "/site/" in path
    }


def test_a_killed_build_leaves_the_last_site(bench: Bench) -> None:
    bench.build()
    before = bench.results()
    bench.change("More text.")
    program = """
        import sys, time
        from pathlib import Path
        from golocal.publishing.build import Build
        import golocal.checks

        def render(root, target, variables):
            target.mkdir(parents=True)
            (target / "index.html").write_text("half")
            print("rendering", flush=True)
            time.sleep(60)

        Build(Path(sys.argv[1]), verify=lambda folder: [], say=lambda text: None, render=render, publish=lambda *given: {}).run()
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(bench.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "rendering\n"
        with pytest.raises(Locked):
            bench.build()
        process.send_signal(signal.SIGKILL)
    assert bench.results() == before
    assert bench.build().built


def test_only_one_holds_a_lock(tmp_path: Path) -> None:
    lock = tmp_path / "a" / "lock"
    with only_one(lock), pytest.raises(Locked), only_one(lock):
        pass
    with only_one(lock):
        pass


def test_mkdocs_that_fails_is_quoted_without_its_small_talk(world: Path, tmp_path: Path) -> None:
    (world / "mkdocs.yml").write_text("site_name: x\ntheme: mkdocs\nnav:\n  - missing.md\n", encoding="utf-8")
    with pytest.raises(SiteRefused, match=r"'missing\.md' is included in the 'nav'") as caught:
        run_mkdocs(world, tmp_path / "out", {})
    assert "INFO" not in str(caught.value)


@dataclass
class Commands:
    """The command line with a stub in place of MkDocs."""

    bench: Bench

    def __call__(self, *arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["build", *arguments])
        return result.exit_code, result.output


@pytest.fixture
def run(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Commands:
    monkeypatch.chdir(bench.root)
    monkeypatch.setattr(Build.__init__, "__kwdefaults__", {"render": bench.stub, "publish": publish})
    monkeypatch.setattr(build_command, "can_write_zim", lambda: False)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    return Commands(bench)


def test_the_command_says_what_it_made(run: Commands) -> None:
    code, output = run()
    assert code == 0
    assert "online site: " in output
    assert "2 pages, " in output
    assert "1 practice" in output
    assert "site/ holds the site" in output
    assert "No ZIM file: libzim is not installed." in output
    begin = time.monotonic()
    code, output = run()
    assert code == 0
    assert "Nothing has changed since the last build" in output
    assert time.monotonic() - begin < 2


def test_the_command_ends_with_1_for_faults_and_2_where_it_cannot_run(run: Commands, tmp_path: Path) -> None:
    run.bench.stub.links_to = "missing.html"
    code, output = run()
    assert code == 1
    assert "Nothing was published" in output
    with only_one(run.bench.root / build_module.LOCK):
        assert run()[0] == 2
    (run.bench.root / "mkdocs.yml").unlink()
    code, output = run()
    assert (code, output) == (2, "Error: no mkdocs.yml here or above: run golocal inside the repository\n")
