"""Links to files that the build makes: the offline copy, with its size and hash, and others."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from golocal.reading.markdown import prose_mask
from golocal.reading.parts import DOWNLOADS
from golocal.rendering.text import size_in_words

Maker = Callable[[str], str]
_LINK = re.compile(rf"\[([^\[\]]+)\]\(({'|'.join(sorted(DOWNLOADS))})\)")


@dataclass(frozen=True)
class Download:
    """The archive of the offline copy.

    Attributes:
        path: the file.
        address: where it stands on the site, from its root.
        size: bytes.
        sha256: hash in hexadecimal.
    """

    path: Path
    address: str
    size: int
    sha256: str

    @property
    def path_in_sources(self) -> str:
        """The repository path of a source with this address."""
        return f"docs/{self.address}"

    @classmethod
    def of(cls, path: Path) -> Download:
        """Facts of an archive."""
        data = path.read_bytes()
        return cls(path, f"downloads/{path.name}", len(data), hashlib.sha256(data).hexdigest())


def expand_downloads(text: str, makers: Mapping[str, Maker]) -> str:
    """Replace each `[text](download:NAME)` outside of code by what the maker of that target makes of its text."""
    if "download:" not in text:
        return text
    prose = prose_mask(text, 0)
    return _LINK.sub(lambda link: makers[link[2]](link[1]) if _LINK.match(prose, link.start()) else link[0], text)


def offline_copy(download: Download | None, link_to: Callable[[str], str], label: str) -> str:
    """The link with size and hash, or a sentence where there is no archive.

    Args:
        link_to: makes a link from the page to a repository path.
    """
    if download is None:
        return "This is a copy without a download link: `scripts/build` makes the archive."
    target = link_to(download.path_in_sources)
    return f"[{label}]({target}) ({size_in_words(download.size)}), SHA-256 `{download.sha256}`"
