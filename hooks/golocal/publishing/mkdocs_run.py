"""One run of MkDocs in a process of its own, told by its environment what to build."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

COMMAND = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir")
ALWAYS = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


class SiteRefused(Exception):
    """MkDocs ended with errors or, being strict, with warnings; the text is what it said."""


def run_mkdocs(root: Path, target: Path, variables: Mapping[str, str]) -> None:
    """Build the site of the repository into `target`.

    Args:
        variables: environment variables on top of those of this process.

    Raises:
        SiteRefused: the build failed.
        OSError: the process could not be started.
    """
    command = [*COMMAND, str(target)]
    environment = {**os.environ, **ALWAYS, **variables}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        raise SiteRefused(_without_information(f"{done.stdout}\n{done.stderr}"))


def _without_information(output: str) -> str:
    lines = [line for line in output.splitlines() if line.strip() and not line.startswith("INFO ")]
    return "\n".join(lines) or "MkDocs failed and said nothing"
