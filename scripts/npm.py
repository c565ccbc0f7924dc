"""Packages of npm: fetched by its client in one exact version. Standard library only."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bootstrap import ROOT, CannotRun

CACHE = ROOT / ".cache" / "tools"


@dataclass(frozen=True)
class Tool:
    """A file out of a package that is too large for the repository.

    Attributes:
        file: its path in the package.
        sha256: hash of that file.
    """

    package: str
    version: str
    file: str
    sha256: str

    @property
    def path(self) -> Path:
        """Where the file is kept, outside of the sources."""
        return CACHE / f"{self.package}-{self.version}" / Path(self.file).name


HTML_CHECKER = Tool(
    "vnu-jar", "26.9.27", "build/dist/vnu.jar", "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
)
"""The Nu HTML checker of the W3C; it needs Java 17."""


def provide(tool: Tool) -> Path:
    """The file of a tool, fetched if it is not in the cache yet.

    Raises:
        CannotRun: npm is missing or failed, or the file is another one than was looked at when the version was chosen.
    """
    if not tool.path.is_file() or _hash(tool.path.read_bytes()) != tool.sha256:
        data = fetched(f"{tool.package}@{tool.version}", [tool.file])[tool.file]
        if _hash(data) != tool.sha256:
            raise CannotRun(
                f"{tool.file} of {tool.package} {tool.version} has the hash {_hash(data)}, not {tool.sha256}."
            )
        tool.path.parent.mkdir(parents=True, exist_ok=True)
        aside = tool.path.with_suffix(".part")
        aside.write_bytes(data)
        aside.replace(tool.path)
    return tool.path


def fetched(name: str, files: list[str]) -> dict[str, bytes]:
    """Bytes of files of one package, `name@version`, read without unpacking it.

    Raises:
        CannotRun: npm is missing or failed, or the package lacks a file.
    """
    with tempfile.TemporaryDirectory() as aside, tarfile.open(_archive(name, Path(aside))) as package:
        return {file: _content(package, name, file) for file in files}


def _archive(name: str, folder: Path) -> Path:
    npm = os.environ.get("NPM") or shutil.which("npm")
    if npm is None:
        raise CannotRun("npm is missing; on Debian: apt-get install npm")
    packed = subprocess.run([npm, "pack", "--silent", name], cwd=folder, check=False, capture_output=True, text=True)
    if packed.returncode:
        raise CannotRun(f"npm could not fetch {name}.\n{packed.stderr.strip()}")
    return folder / packed.stdout.strip().splitlines()[-1]


def _content(package: tarfile.TarFile, name: str, file: str) -> bytes:
    try:
        member = package.extractfile(f"package/{file}")
    except KeyError:
        member = None
    if member is None:
        raise CannotRun(f"the package {name} has no file {file}.")
    return member.read()


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
