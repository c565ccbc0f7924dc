"""Links to files that the build makes, with size and hash."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from golocal.reading.markdown import prose_mask
from golocal.reading.parts import DOWNLOADS

Maker = Callable[[str], str]
_LINK = re.compile(rf"\[([^\[\]]+)\]\(({'|'.join(sorted(DOWNLOADS))})\)")


@dataclass(frozen=True)
class Download:
    """A file that the build has made.

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
        """Facts of a file. Raises OSError."""
        data = path.read_bytes()
        return cls(path, f"downloads/{path.name}", len(data), hashlib.sha256(data).hexdigest())


def expand_downloads(text: str, makers: Mapping[str, Maker]) -> str:
    """Replace each `[text](download:NAME)` outside of code by what the maker of that target makes of its text."""
    if "download:" not in text:
        return text
    prose = prose_mask(text, 0)
    return _LINK.sub(lambda link: makers[link[2]](link[1]) if _LINK.match(prose, link.start()) else link[0], text)
