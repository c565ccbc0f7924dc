"""Pandoc, which formats and converts citations."""

from __future__ import annotations

import subprocess

import pypandoc


class CitationsUnavailable(Exception):
    """Pandoc is missing or failed; the text says what to do."""


def run_pandoc(options: list[str], text: str) -> str:
    """What pandoc makes of a text.

    Raises:
        CitationsUnavailable: it could not be run.
    """
    try:
        done = subprocess.run(
            [_pandoc(), *options],
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            timeout=120,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise CitationsUnavailable(f"pandoc failed: {error}") from error
    return done.stdout


def _pandoc() -> str:
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise CitationsUnavailable(
            "pandoc is missing: install requirements/site.txt into .venv (scripts/build does it)"
        ) from error
