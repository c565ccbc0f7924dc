"""What goes into a ZIM file: every file of the offline copy, and of each page what readers search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lxml import html

from golocal.publishing.folders import paths_in
from golocal.publishing.manifest import NAME
from golocal.publishing.media_types import MEDIA_TYPES
from golocal.rendering.search.sections import line_of, sections_of

UNKNOWN = "application/octet-stream"
_PAGES = html.HTMLParser(encoding="utf-8")
_HIDE, _SHOW = b"<!--htdig_noindex-->", b"<!--/htdig_noindex-->"
_FRAME = re.compile(rb"(<body\b[^>]*>)(.*?)(<article\b)(.*)(</article>)(.*?)(</body>)", re.DOTALL)
_MARK = re.compile(rb'<a\b[^>]*class="headerlink"[^>]*>[^<]*</a>')


@dataclass(frozen=True)
class ZimEntry:
    """A file in a ZIM.

    Attributes:
        path: inside the file, and below the folder that it is read from.
        title: of a page; empty for other files, which nobody searches.
        text: of a page, without menu and frame.
    """

    path: str
    media_type: str
    title: str = ""
    text: str = ""


def entries_of(folder: Path) -> Iterator[ZimEntry]:
    """All files of an offline copy by path, without its manifest, which describes a folder. Raises OSError."""
    for path in paths_in(folder):
        if path != NAME:
            media_type = MEDIA_TYPES.get(PurePosixPath(path).suffix.lstrip("."), UNKNOWN)
            title, text = _searched(folder / path) if path.endswith(".html") else ("", "")
            yield ZimEntry(path, media_type, title, text)


def without_frame(page: bytes) -> bytes:
    """The page with its menu, its foot and the marks beside headings fenced off by comments, so that no excerpt shows them."""
    fenced = _FRAME.sub(rb"\1" + _HIDE + rb"\2" + _SHOW + rb"\3\4\5" + _HIDE + rb"\6" + _SHOW + rb"\7", page)
    return _MARK.sub(_HIDE + rb"\g<0>" + _SHOW, fenced)


def _searched(file: Path) -> tuple[str, str]:
    """Title and text of a page. The search of a ZIM takes menus for text, and would find each page by the titles of all others."""
    page = html.fromstring(file.read_bytes(), parser=_PAGES)
    article = page.find(".//article")
    heading = page.find(".//h1")
    title = line_of(heading) if heading is not None else (page.findtext(".//title") or file.stem).strip()
    sections = sections_of(article) if article is not None else []
    return title, "\n".join(" ".join([found.heading, *found.facts, *found.text]).strip() for found in sections)
