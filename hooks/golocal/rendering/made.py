"""What the build has made before the pages, so that they can offer it with its size."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import golocal
from golocal.rendering.offline import OfflineCopy, copies_in
from golocal.rendering.opendata import OpenData
from golocal.rendering.published import Published


@dataclass(frozen=True)
class Made:
    """Files for download.

    Attributes:
        copies: the offline copies; empty in a copy itself and in a preview.
        data: open data; None in a preview.
        publications: None in a preview, and in a build of the site alone.
    """

    copies: tuple[OfflineCopy, ...] = ()
    data: OpenData | None = None
    publications: Published | None = None

    @classmethod
    def of(cls, copies: str, data: str, publications: str = "", *, on_disk: bool = False) -> Made:
        """Facts of folders of offline copies, data and publications; an empty text stands for none. Raises OSError.

        Args:
            on_disk: for the copy on a disk, which holds each data file once.
        """
        known = OpenData.of(Path(data)) if data else None
        published = Published.of(Path(publications)) if publications else None
        offered = copies_in(Path(copies), golocal.__version__) if copies else ()
        return cls(tuple(offered), known.unpacked() if known and on_disk else known, published)

    @property
    def files(self) -> dict[Path, str]:
        """Each file with the repository path that its address on the site would have."""
        copies = {each.download.path: each.download.path_in_sources for each in self.copies}
        published = self.publications.files if self.publications else {}
        return copies | (self.data.files if self.data else {}) | published


NOTHING_MADE = Made()
