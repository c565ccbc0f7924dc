"""The offline copy as a zip file: the same folder gives the same bytes, wherever and whenever it is packed.

Two machines get the same bytes if their zlib is the same; all else is fixed: order, date, mode, system.
"""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

from golocal.publishing.folders import paths_in

_FILE_MODE = 0o100644 << 16
_UNIX = 3
# Only servers and search engines read these.
_FOR_SERVERS = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz"})
EARLIEST = datetime.date(1980, 1, 1)


def pack(folder: Path, archive: Path, *, top: str, date: datetime.date) -> None:
    """Pack all files of a folder under the name `top`.

    Args:
        date: date of every entry (00:00); days before 1980, which zip does not know, become its first day.

    Raises:
        OSError: a file cannot be read, or the archive cannot be written.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in paths_in(folder):
            packed.writestr(entry_of(f"{top}/{path}", date), (folder / path).read_bytes())


def entry_of(name: str, date: datetime.date) -> zipfile.ZipInfo:
    """The entry of a file in an archive, with nothing in it that depends on the machine."""
    day = max(date, EARLIEST)
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _FILE_MODE
    return entry


def slim(folder: Path) -> list[str]:
    """Delete what an offline reader never opens; return the paths: source maps, 404.html, sitemaps.

    It comes before the manifest, so that the copy matches its own list of files.
    """
    unused = [path for path in paths_in(folder) if path.endswith(".map") or path in _FOR_SERVERS]
    for path in unused:
        (folder / path).unlink()
    return unused
