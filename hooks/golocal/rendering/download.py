"""The link to the offline copy, with its size and hash."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from golocal.reading.markdown import prose_mask
from golocal.reading.parts import OFFLINE_COPY

_LINK = re.compile(rf"\[([^\[\]]+)\]\({OFFLINE_COPY}\)")


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


def expand_download(text: str, download: Download | None, link_to: Callable[[str], str]) -> str:
    """Replace `[text](download:offline)` by a link with size and hash, or by a sentence where there is no archive.

    Args:
        link_to: makes a link from the page to a repository path.
    """
    if OFFLINE_COPY not in text:
        return text
    prose = prose_mask(text, 0)
    return _LINK.sub(
        lambda link: _shown(link, download, link_to) if _LINK.match(prose, link.start()) else link[0], text
    )


def _shown(link: re.Match[str], download: Download | None, link_to: Callable[[str], str]) -> str:
    if download is None:
        return "This is a copy without a download link: `scripts/build` makes the archive."
    megabytes = f"{download.size / 1_000_000:.1f} MB"
    return f"[{link[1]}]({link_to(download.path_in_sources)}) ({megabytes}), SHA-256 `{download.sha256}`"
