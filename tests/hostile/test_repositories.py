"""Hostile repositories: every command ends in time with findings or one sentence, and nothing from outside comes in or goes out."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.hostile.mutations import FRONT
from tests.hostile.worlds import with_code

from golocal.checks.run import check
from golocal.commands import main
from golocal.publishing.fingerprint import fingerprint

SECRET = "the secret of another folder"
REPOSITORY = Path(__file__).parents[2]
PATIENCE = 60
Prepare = Callable[[Path, Path], None]


def link(path: str, *target: str) -> Prepare:
    """A symbolic link at the path; by default to the secret file outside of the repository, else to a path as it stands."""

    def prepare(root: Path, outside: Path) -> None:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        place.unlink(missing_ok=True)
        place.symlink_to(target[0] if target else outside / "secret.md")

    return prepare


def file(path: str, text: str = FRONT) -> Prepare:
    """A file with a name of any kind."""

    def prepare(root: Path, outside: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return prepare


def pipe(path: str) -> Prepare:
    """A named pipe, from which a reader would wait for ever."""
    return lambda root, outside: os.mkfifo(root / path)


def plug(root: Path, outside: Path) -> None:
    """A socket."""
    place = Path.cwd()
    os.chdir(root / "docs/about")
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("x.md")
    finally:
        os.chdir(place)


def huge(path: str) -> Prepare:
    """Five gigabytes of nothing, which take no room on the disk."""

    def prepare(root: Path, outside: Path) -> None:
        with (root / path).open("wb") as file:
            file.truncate(5 * 1024**3)

    return prepare


def deep(root: Path, outside: Path) -> None:
    """Folders in folders, as many as a path can name."""
    place = os.open(root / "docs/about", os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("d", dir_fd=place)
        inner = os.open("d", os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = inner
    os.close(os.open("x.md", os.O_CREAT | os.O_WRONLY, dir_fd=place))
    os.close(place)


def many(root: Path, outside: Path) -> None:
    """Five thousand files."""
    for number in range(5000):
        (root / f"docs/about/many-{number}.html").write_text("<p>x", encoding="utf-8")


REPOSITORIES: dict[str, Prepare] = {
    "a page is a link": link("docs/about/x.md"),
    "a page is a link to a system file": link("docs/about/x.md", "/etc/passwd"),
    "a page is a link to a device": link("docs/about/x.md", "/dev/zero"),
    "a picture is a link": link("docs/about/x.png"),
    "an asset is a link": link("docs/assets/x.txt"),
    "a data file is a link": link("docs/data/terms/x.yml"),
    "a folder is a link": link("docs/more", "/etc"),
    "a source folder is a link": link("volumes", "/etc"),
    "a link to nothing": link("docs/about/x.md", "nowhere.md"),
    "a link to itself": link("docs/about/x.md", "x.md"),
    "a loop": link("docs/loop", "."),
    "a loop upwards": link("toolkit/loop", "../.."),
    "a file of the theme is a link": link("hooks/theme/assets/x.txt"),
    "a template is a link": link("hooks/theme/x.html"),
    "a folder of the theme is a link": link("hooks/theme/more", "/etc"),
    "a named pipe": pipe("docs/about/x.md"),
    "a named pipe among the assets": pipe("docs/assets/x.css"),
    "a named pipe in the theme": pipe("hooks/theme/x.css"),
    "a socket": plug,
    "a huge page": huge("docs/about/x.md"),
    "a huge picture": huge("docs/about/x.png"),
    "a huge figure": huge("docs/about/x.svg"),
    "huge data": huge("docs/data/terms/x.yml"),
    "deep folders": deep,
    "five thousand files": many,
    "a name with quotation marks": file('docs/about/x"onerror=alert(1).md'),
    "a name with a line break": file("docs/about/x\ny.md"),
    "a name with an escape": file("docs/about/x\x1b[31m.md"),
    "a name with an encoded dot": file("docs/about/%2e%2e%2fx.md"),
    "a name that is an element": file("docs/about/<script>alert(1)<script>.md"),
    "a reserved name": file("docs/about/con.md"),
    "a name with a combining sign": file("docs/about/e\u0301.md"),
    "a name that turns around": file("docs/about/x\u202edm.md"),
    "names that differ by capitals": file("docs/about/Index.md"),
    "a name for other systems": file("docs/about/..\\..\\x.md"),
    "a hidden file": file("docs/about/.x.md"),
    "a program": file("docs/about/x.html", "<script>alert(1)</script>"),
    "a bomb of aliases": file("docs/data/terms/x.yml", "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(99))),
    "deep nesting": file("docs/data/terms/x.yml", "a: " + "[" * 32_000),
    "null bytes": file("docs/about/x.md", FRONT + "\0" * 99),
}  # fmt: skip

COPIED = [name for name in REPOSITORIES if "link" in name or "loop" in name or "pipe" in name or "program" in name]
"""What MkDocs by itself would follow, copy or wait for."""


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the repository with something that nobody may see."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.md").write_text(f"{FRONT}{SECRET}\n", encoding="utf-8")
    return folder


@pytest.fixture
def hostile(
    request: pytest.FixtureRequest, world: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """The invented world with what the test names; the working folder."""
    if request.node.get_closest_marker("site"):
        with_code(world, REPOSITORY, unchecked=False)
    else:
        (world / "hooks/theme").mkdir(parents=True)
        (world / "docs/assets").mkdir()
    REPOSITORIES[request.param](world, outside)
    monkeypatch.chdir(world)
    yield world
    subprocess.run(["rm", "-rf", str(world)], check=True)  # Python's own removal fails at paths that are too long


def every_repository(names: list[str] | None = None) -> pytest.MarkDecorator:
    chosen = names or list(REPOSITORIES)
    return pytest.mark.parametrize("hostile", chosen, indirect=True, ids=chosen)


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    """End a test that hangs."""

    def stop(number: int, frame: object) -> None:
        raise TimeoutError("it hangs")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)


@every_repository()
def test_check_finds_it(hostile: Path) -> None:
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 1, done.output
    assert SECRET not in done.output
    assert all(line.isprintable() for line in done.output.splitlines())


@every_repository()
def test_stage_writes_nothing(hostile: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["stage", str(tmp_path / "out")])
    assert done.exit_code == 1
    assert not (tmp_path / "out").exists()


@every_repository()
def test_build_publishes_nothing(hostile: Path) -> None:
    done = CliRunner().invoke(main, ["build"])
    assert done.exit_code in (1, 2), done.output
    assert done.exit_code == 1 or len(done.stderr.splitlines()) == 1
    assert not (hostile / "site").exists()
    assert not (hostile / "dist").exists()


@pytest.mark.slow
@pytest.mark.site
@every_repository(COPIED)
def test_mkdocs_publishes_nothing(hostile: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "site")]
    environment = {**os.environ, "PYTHONPATH": str(hostile / "hooks")}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, errors="replace", timeout=PATIENCE, check=False
    )
    assert done.returncode, "it was built"
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "site").rglob("*"))


def test_what_vanishes_while_it_is_checked_is_told_in_one_sentence(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "cold-week.md":
            path.unlink(missing_ok=True)
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    monkeypatch.chdir(world)
    done = CliRunner().invoke(main, ["check", "--no-cache"])
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "cold-week.md" in done.stderr


def test_a_text_that_changes_while_it_is_checked_is_judged_as_it_is_then(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        data = real(path)
        if path.name == "cold-week.md":
            path.write_text("changed", encoding="utf-8")
        return data

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    report = check(world, cache=world / ".cache/check.json")
    assert "front-matter-absent" in {f.rule for f in report.findings if f.path == "docs/tasks/cold-week.md"}
    assert check(world, cache=world / ".cache/check.json").findings == report.findings


@pytest.mark.parametrize(
    "prepare", [pipe("docs/about/x.md"), huge("docs/about/x.md"), deep], ids=["pipe", "huge", "deep"]
)
def test_the_fingerprint_reads_nothing_that_the_checks_refuse(world: Path, outside: Path, prepare: Prepare) -> None:
    before = fingerprint(world)
    prepare(world, outside)
    assert fingerprint(world) != before
    subprocess.run(["rm", "-rf", str(world)], check=True)
