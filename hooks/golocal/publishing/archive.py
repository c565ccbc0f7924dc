"""The offline copy as a zip file: the same folder gives the same bytes, wherever and whenever it is packed.

Two machines get the same bytes if their zlib is the same; all else is fixed: order, date, mode, system.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from pathlib import Path

from golocal.publishing.folders import paths_in

_FILE_MODE = 0o100644 << 16
_UNIX = 3
# Only servers and search engines read these.
_FOR_SERVERS = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz"})
_EARLIEST = datetime.date(1980, 1, 1)
_LUNR = re.compile(r"(?:.*/)?lunr/(?:min/lunr\.(?P<language>[a-z.-]+)\.min|(?P<segmenter>tinyseg|wordcut))\.js")
_SEGMENTERS = {"tinyseg": {"ja"}, "wordcut": {"th", "hi"}}
_LANGUAGES = re.compile(rb'"lang":\s*\[([^\]]*)\]')


def pack(folder: Path, archive: Path, *, top: str, date: datetime.date) -> None:
    """Pack all files of a folder under the name `top`.

    Args:
        date: date of every entry (00:00); days before 1980, which zip does not know, become its first day.

    Raises:
        OSError: a file cannot be read, or the archive cannot be written.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    day = max(date, _EARLIEST)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in paths_in(folder):
            entry = zipfile.ZipInfo(f"{top}/{path}", (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _FILE_MODE
            packed.writestr(entry, (folder / path).read_bytes())


def slim(folder: Path) -> list[str]:
    """Delete what an offline reader never opens; return the paths. Source maps, stemmers of other languages, 404.html.

    It comes before the manifest, so that the copy matches its own list of files.
    """
    languages = _search_languages(folder)
    unused = [path for path in paths_in(folder) if _is_unused(path, languages)]
    for path in unused:
        (folder / path).unlink()
    return unused


def _search_languages(folder: Path) -> set[str]:
    for name in ("search_index.json", "search_index.js"):
        index = folder / "search" / name
        if index.is_file():
            with index.open("rb") as file:
                found = _LANGUAGES.search(file.read(2000))
            return set(re.findall(r"[a-z-]+", found.group(1).decode())) if found else set()
    return set()


def _is_unused(path: str, languages: set[str]) -> bool:
    if path.endswith(".map") or path in _FOR_SERVERS:
        return True
    found = _LUNR.fullmatch(path)
    if not found:
        return False
    if found["segmenter"]:
        return not _SEGMENTERS[found["segmenter"]] & languages
    # Both of these serve every language but English.
    needed = languages | ({"stemmer.support", "multi"} if languages - {"en"} else set())
    return found["language"] not in needed
