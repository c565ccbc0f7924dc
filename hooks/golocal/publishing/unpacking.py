"""Unpack an archive that somebody downloaded, without trusting it."""

from __future__ import annotations

import zipfile
from pathlib import Path

LARGEST = 2_000_000_000
"""Bytes that an archive of ours may hold unpacked; a hundred times what it holds today."""


class NotAnArchive(Exception):
    """The file cannot be unpacked; the text says why."""


def unpacked(archive: Path, folder: Path) -> Path:
    """Unpack a zip file into an empty folder and return the folder that holds its content: the only one at its top, or `folder`.

    Names that lead out of the folder are cut off by the library of Python.

    Raises:
        NotAnArchive: the file is damaged, is no zip file, or holds more than `LARGEST` bytes.
        OSError: a file cannot be read or written.
    """
    try:
        with zipfile.ZipFile(archive) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
            if size > LARGEST:
                raise NotAnArchive(f"{archive} would unpack to {size} bytes; none of our archives is that large")
            packed.extractall(folder)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise NotAnArchive(f"{archive} is damaged or no zip file ({error}): fetch it again") from error
    entries = list(folder.iterdir())
    return entries[0] if len(entries) == 1 and entries[0].is_dir() else folder
