"""Programs outside Python that the tests need: found, installed on Debian by its own package manager, or named. Standard library only."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bootstrap import CannotRun, say


@dataclass(frozen=True)
class Need:
    """A program that tests with one mark cannot do without.

    Attributes:
        name: as people call it.
        mark: pytest mark of the tests that need it.
        variable: environment variable that may hold its path, and that tells the tests where it is.
        commands: names to look for on the PATH, best first.
        package: Debian's package.
    """

    name: str
    mark: str
    variable: str
    commands: tuple[str, ...]
    package: str


NEEDS = (
    Need("Chromium", "browser", "CHROMIUM", ("chromium", "chromium-browser", "google-chrome"), "chromium"),
    Need("Java", "html", "JAVA", ("java",), "default-jre-headless"),
    Need("Java", "epub", "JAVA", ("java",), "default-jre-headless"),
    Need("npm", "html", "NPM", ("npm",), "npm"),
    Need("zimcheck", "zim", "ZIMCHECK", ("zimcheck",), "zim-tools"),
    Need("kiwix-serve", "zim", "KIWIX_SERVE", ("kiwix-serve",), "kiwix-tools"),
)


def provide(needs: Iterable[Need], *, required: bool) -> dict[Need, str]:
    """Paths of the needs that are met, installing on Debian as root what is missing.

    Raises:
        CannotRun: a need is not met although `required`, or a variable names a file that is not there.
    """
    needs = list(needs)
    missing = [need for need in needs if not find(need)]
    if missing and may_install():
        install(missing)
    for need in needs:
        if not find(need):
            text = f"{need.name} is missing: put one of {', '.join(need.commands)} on the PATH, or its path into {need.variable}"
            if required:
                raise CannotRun(f"{text}. With CI=true nothing is left out.")
            say(f"{text}. Tests marked `{need.mark}` are left out.")
    return {need: path for need in needs if (path := find(need))}


def find(need: Need) -> str:
    """Path of a program; empty if there is none. Raises CannotRun if the variable names no file."""
    given = os.environ.get(need.variable, "")
    if given:
        if not Path(given).is_file():
            raise CannotRun(f"{need.variable} names {given}, but there is no such file.")
        return given
    return next((path for command in need.commands if (path := shutil.which(command))), "")


def may_install() -> bool:
    """Whether this is Debian or a child of it, run by root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def install(missing: Sequence[Need]) -> None:
    """Install packages with apt-get. Raises CannotRun if it fails."""
    packages = [need.package for need in missing]
    say(f"installing {', '.join(packages)} with apt-get ...")
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "--quiet", *command], env=quietly, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise CannotRun(f"apt-get {command[0]} failed.\n{(done.stderr or done.stdout).strip()}")


def variables(found: Mapping[Need, str]) -> dict[str, str]:
    """Environment variables that tell the tests where the programs are."""
    return {need.variable: path for need, path in found.items()}
