"""What a build leaves behind that fails or is killed: the last good site."""

from __future__ import annotations

import datetime
import signal
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path

import pytest

from golocal.content.catalogue import Catalogue
from golocal.publishing.build import Build, BuildFailed
from golocal.publishing.lock import Locked, only_one
from golocal.publishing.manifest import Problem
from golocal.publishing.mkdocs_run import SiteRefused, run_mkdocs
from golocal.publishing.publications.refused import PublicationsRefused
from golocal.publishing.zim.file import ZimRefused
from golocal.verifying.run import verify

from .building import Bench, publish


def failing_render(root: Path, target: Path, variables: Mapping[str, str]) -> None:
    """Leaves half a site behind, as a process that dies does."""
    target.mkdir(parents=True)
    (target / "index.html").write_text("half", encoding="utf-8")
    raise SiteRefused("WARNING -  a broken link")


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
