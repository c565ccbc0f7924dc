"""What every script needs first: a virtual environment with locked packages. Standard library only.

A group is a requirements file with hashes in `requirements/`. It is installed once; a stamp in the environment holds the hash of the
file, so a second run costs nothing and a changed lock is installed again.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
BINARIES = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
FLOOR = (3, 11, 2)


class CannotRun(Exception):
    """Something is missing that a person has to install; the text says what."""


def say(text: str) -> None:
    """Print one line of progress at once, also into a pipe."""
    print(text, flush=True)


def told(main: Callable[[list[str]], int], arguments: list[str]) -> int:
    """Run the main function of a script; what a person has to mend is told without a traceback, with exit code 2."""
    try:
        return main(arguments)
    except CannotRun as fault:
        print(f"{fault}", file=sys.stderr, flush=True)
    except OSError as fault:
        print(f"could not run: {fault}", file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr, flush=True)
    return 2


def run(*command: str | Path, environment: dict[str, str] | None = None) -> int:
    """Run a command in the repository; return its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=environment, check=False).returncode


def binary(name: str) -> Path:
    """The path of a command inside the virtual environment."""
    return BINARIES / (f"{name}.exe" if os.name == "nt" else name)


def install(*groups: str) -> None:
    """Make `.venv` if it is missing and install the groups whose lock has changed; the package itself, editable.

    Raises:
        CannotRun: Python is too old, lacks `venv`, or pip failed.
    """
    _require_python()
    _make_environment()
    wanted = [group for group in groups if not _is_installed(group)]
    if wanted:
        say(f"installing {', '.join(wanted)} (locked by hash) ...")
        _pip("--require-hashes", *_requirement_options(wanted))
        for group in wanted:
            _stamp(group).write_text(_fingerprint(group), encoding="utf-8")
    _install_package()


def install_if_possible(group: str, missed: str) -> None:
    """Install a group that some machines have no packages for; where that fails, say what is `missed`, and go on."""
    try:
        install(group)
    except CannotRun as fault:
        say(f"{missed}: the packages of `{group}` cannot be installed here.\n{fault}")


def _require_python() -> None:
    if sys.version_info < FLOOR:
        raise CannotRun(f"Python {'.'.join(map(str, FLOOR))} or newer is needed; this is {sys.version.split()[0]}.")


def _make_environment() -> None:
    if binary("python").exists() and binary("pip").exists():
        return
    say("making .venv ...")
    for stamp in ENVIRONMENT.glob(".installed-*"):
        stamp.unlink()
    made = subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], capture_output=True, text=True, check=False)
    if made.returncode or not binary("pip").exists():
        raise CannotRun(
            "Python's venv module is incomplete. On Debian and Ubuntu: apt-get install python3-venv. "
            f"Then run this again.\n{made.stdout}{made.stderr}".rstrip()
        )


def _fingerprint(group: str) -> str:
    return hashlib.sha256((ROOT / "requirements" / f"{group}.txt").read_bytes()).hexdigest()


def _stamp(group: str) -> Path:
    return ENVIRONMENT / f".installed-{group}"


def _is_installed(group: str) -> bool:
    stamp = _stamp(group)
    return stamp.exists() and stamp.read_text(encoding="utf-8") == _fingerprint(group)


def _requirement_options(groups: list[str]) -> list[str]:
    return [part for group in groups for part in ("-r", f"requirements/{group}.txt")]


def _pip(*arguments: str) -> None:
    command = [
        str(binary("python")),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        *arguments,
    ]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        raise CannotRun(
            f"pip could not install the locked packages. Is the package index reachable?\n{done.stderr.strip()}"
        )


def _install_package() -> None:
    stamp = ENVIRONMENT / ".installed-golocal"
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    _pip("--no-deps", "--no-build-isolation", "--editable", ".")
    stamp.write_text(wanted, encoding="utf-8")
