"""A ZIM file of an offline copy, where libzim is installed."""

from __future__ import annotations

import base64
import datetime
import json
import subprocess
import sys
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path

from golocal.publishing.zim.entries import entries_of
from golocal.publishing.zim.facts import facts_of, picture
from golocal.publishing.zim.identifiers import fix_identifiers
from golocal.reading.settings import read_settings
from golocal.rendering.identity import identity_of

WRITER = (sys.executable, "-m", "golocal.publishing.zim.writing")
FIRST_PAGE = "index.html"


class ZimRefused(Exception):
    """The file could not be written; the text is the last line that libzim said."""


def can_write_zim() -> bool:
    """Whether libzim is installed. It is not loaded for that."""
    return find_spec("libzim") is not None


def write_zim(root: Path, folder: Path, file: Path, date: datetime.date) -> None:
    """Write the offline copy in a folder as one file: the same copy, date and versions give the same bytes.

    Args:
        root: of the repository, which says who publishes.
        date: of the newest text.

    Raises:
        SettingsUnreadable: mkdocs.yml cannot be read.
        ZimRefused: libzim failed.
        OSError: a file cannot be read or written.
    """
    settings = read_settings(root)
    order = {
        "file": str(file),
        "folder": str(folder),
        "main": FIRST_PAGE,
        "facts": facts_of(identity_of(settings), settings, date),
        "picture": base64.b64encode(picture(root)).decode(),
        "entries": [asdict(entry) for entry in entries_of(folder)],
    }
    file.unlink(missing_ok=True)
    done = subprocess.run(WRITER, input=json.dumps(order), capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ZimRefused((done.stderr.strip() or "libzim ended without a word").splitlines()[-1])
    fix_identifiers(file)
