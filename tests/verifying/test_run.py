"""A whole verification: manifest, sources that slipped in, the command and its exit codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from golocal.commands import main
from golocal.publishing.manifest import Checked, write_manifest
from golocal.rendering.policy import policy
from golocal.verifying.run import verify, verify_files

Write = Callable[..., Path]
POLICY = f'<html><head><meta http-equiv="Content-Security-Policy" content="{policy([])}"></head>'
FILES = {
    "index.html": f'{POLICY}<body><a href="a.html">x</a></body></html>',
    "a.html": f"{POLICY}<body></body></html>",
    "b.html": f"<!-- -->{POLICY}</html>",
    "a.css": "",
}


def built(folder: Path, write: Write, *, offline: bool = False) -> Path:
    write(folder, {path: text.replace(POLICY, "<html>") if offline else text for path, text in FILES.items()})
    write_manifest(folder, version="1", offline=offline, checked=Checked("", 0, ""))
    return folder


def test_a_tree_as_it_was_built_has_no_problems(tmp_path: Path, write: Write) -> None:
    assert verify(built(tmp_path, write)) == []


def test_one_changed_byte_fails(tmp_path: Path, write: Write) -> None:
    built(tmp_path, write)
    data = bytearray((tmp_path / "index.html").read_bytes())
    data[-10] ^= 1
    (tmp_path / "index.html").write_bytes(data)
    assert "index.html" in {problem.path for problem in verify(tmp_path)}


def test_a_tree_without_manifest_is_faulty_and_read_nevertheless(tmp_path: Path, write: Write) -> None:
    write(tmp_path, {"index.html": f'{POLICY}<body><a href="x.html">x</a>'})
    assert [problem.path for problem in verify(tmp_path)] == ["index.html", "manifest.json"]


def test_the_manifest_says_that_a_tree_is_for_a_disk(tmp_path: Path, write: Write) -> None:
    write(tmp_path, {"a/index.html": f'{POLICY}<body><a href="../">home</a>'})
    assert verify(built(tmp_path, write)) == []
    write(tmp_path, {"a/index.html": '<a href="../">home</a>'})
    (problem,) = verify(built(tmp_path, write, offline=True))
    assert "offline" in problem.text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("data/standards/un.yml", "icescr: x"),
        ("x.yaml", ""),
        ("hooks/events.py", ""),
        ("data.json", '{"editor_note": "ask Anna"}'),
        ("index.html", f"{POLICY}<body><p>{{&quot;editor_note&quot;: 1}}</p></body></html>"),
        ("x.js", r'var d = "{\"editor_note\": 1}"'),
        ("x.md", "editor_note: ask Anna"),
    ],
)
def test_sources_and_remarks_between_editors_are_found(tmp_path: Path, write: Write, path: str, text: str) -> None:
    write(tmp_path, {path: text})
    (problem,) = verify_files(tmp_path, offline=False)
    assert problem.path == path


def test_a_page_may_speak_of_the_key(tmp_path: Path, write: Write) -> None:
    write(tmp_path, {"index.html": f"{POLICY}<body><p>The key <code>editor_note</code> is for editors.</p>"})
    assert verify_files(tmp_path, offline=False) == []


def test_the_command_ends_with_0_1_or_2(tmp_path: Path, write: Write) -> None:
    run = CliRunner().invoke
    good = run(main, ["verify", str(built(tmp_path / "site", write))])
    assert (good.exit_code, good.output) == (0, "No problems.\n")
    write(tmp_path / "site", {"more.css": ""})
    bad = run(main, ["verify", str(tmp_path / "site")])
    assert (bad.exit_code, bad.stdout) == (1, "more.css: the manifest does not name it\n")
    assert bad.stderr == "1 problem\n"
    none = run(main, ["verify", str(tmp_path / "none")])
    assert none.exit_code == 2
    assert "build the site first" in none.stderr
