"""A build of the invented world, with a stub in place of MkDocs."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import golocal
from golocal.content.catalogue import Catalogue
from golocal.publishing import build as build_module
from golocal.publishing.build import Build
from golocal.publishing.manifest import Problem
from golocal.publishing.offline_copies import WriteZim
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
