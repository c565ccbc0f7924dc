"""Packages of Python: files out of one exact version, fetched by pip. Standard library only."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from bootstrap import CannotRun


def fetched(name: str, version: str, files: list[str]) -> dict[str, bytes]:
    """Bytes of files of one package, read without installing it.

    Raises:
        CannotRun: pip failed, or the package lacks a file.
    """
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        done = subprocess.run(
            [*command, "--dest", folder, f"{name}=={version}"], check=False, capture_output=True, text=True
        )
        wheel = next(Path(folder).glob("*.whl"), None)
        if done.returncode or wheel is None:
            raise CannotRun(f"pip could not fetch {name} {version}.\n{done.stderr.strip()}")
        with zipfile.ZipFile(wheel) as package:
            missing = [file for file in files if file not in package.namelist()]
            if missing:
                raise CannotRun(f"the package {name} has no file {missing[0]}.")
            return {file: package.read(file) for file in files}
