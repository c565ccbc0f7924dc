"""Publications that the build has made: which files there are of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from golocal.rendering.download import Download

FORMS = {".pdf": "PDF", ".epub": "EPUB", ".docx": "DOCX", ".xlsx": "XLSX"}
"""What readers call the forms, by the ending of their files, in the order in which pages offer them."""
TO_FILL_IN = frozenset({".docx", ".xlsx"})
"""Endings of forms that people write in; the small offline copy holds no others."""


def office_name(path: str) -> str:
    """The name of the office files of a worksheet, without the ending, by the repository path of its page."""
    chapter, _, sheet = path.removeprefix("toolkit/").removesuffix(".md").partition("/worksheets/")
    return f"worksheet-{chapter}-{sheet}"


@dataclass(frozen=True)
class Published:
    """A folder of publications.

    Attributes:
        downloads: of each publication by its name, in the order of the forms.
    """

    downloads: dict[str, list[Download]]

    @classmethod
    def of(cls, folder: Path) -> Published:
        """Facts of a folder; files of other endings are passed over. Raises OSError."""
        found: dict[str, list[Download]] = defaultdict(list)
        for ending in FORMS:
            for path in sorted(folder.glob(f"*{ending}")):
                found[path.stem].append(Download.of(path))
        return cls(dict(found))

    @property
    def files(self) -> dict[Path, str]:
        """Each file with the repository path that its address on the site would have."""
        return {each.path: each.path_in_sources for downloads in self.downloads.values() for each in downloads}
