"""What the build has made before the pages, so that they can offer it with its size."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from golocal.rendering.download import Download
from golocal.rendering.opendata import OpenData
from golocal.rendering.published import Published


@dataclass(frozen=True)
class Made:
    """Files for download.

    Attributes:
        archive: of the offline copy; None in the copy itself and in a preview.
        data: open data; None in a preview.
        publications: None in a preview, and in a build of the site alone.
    """

    archive: Download | None = None
    data: OpenData | None = None
    publications: Published | None = None

    @classmethod
    def of(cls, archive: str, data: str, publications: str = "", *, on_disk: bool = False) -> Made:
        """Facts of an archive, of a folder of data and of one of publications; an empty text stands for none. Raises OSError.

        Args:
            on_disk: for the copy on a disk, which holds each data file once.
        """
        known = OpenData.of(Path(data)) if data else None
        published = Published.of(Path(publications)) if publications else None
        archived = Download.of(Path(archive)) if archive else None
        return cls(archived, known.unpacked() if known and on_disk else known, published)

    @property
    def files(self) -> dict[Path, str]:
        """Each file with the repository path that its address on the site would have."""
        archive = {self.archive.path: self.archive.path_in_sources} if self.archive else {}
        published = self.publications.files if self.publications else {}
        return archive | (self.data.files if self.data else {}) | published


NOTHING_MADE = Made()
