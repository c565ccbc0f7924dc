"""The offline copies: in which forms the whole site is handed on, what each is good for, and which of them the build has made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from golocal.rendering.download import Download


@dataclass(frozen=True)
class OfflineForm:
    """A form of the whole site in one file.

    Attributes:
        stem: name of the file before the version.
        ending: of the file, with its dot.
        title: what readers call it.
        use: what it holds and whom it serves, in a sentence or two.
    """

    stem: str
    ending: str
    title: str
    use: str

    def name(self, version: str) -> str:
        """Name of the file of a version."""
        return f"{self.stem}-{version}{self.ending}"


LARGE = OfflineForm(
    "go-local-offline",
    ".zip",
    "Large copy, a ZIP archive",
    "The whole site with all PDF and EPUB files. It needs a browser and nothing else.",
)
SMALL = OfflineForm(
    "go-local-offline-small",
    ".zip",
    "Small copy, a ZIP archive",
    "The same without PDF and EPUB files, for a slow line or a full telephone.",
)
ZIM = OfflineForm(
    "go-local-offline",
    ".zim",
    "ZIM file for Kiwix",
    "The large copy for the free reading program Kiwix, without unpacking. One computer can give it to a whole building.",
)
OFFLINE_FORMS = (LARGE, SMALL, ZIM)


@dataclass(frozen=True)
class OfflineCopy:
    """A file that the build has made, and its form."""

    form: OfflineForm
    download: Download


def copies_in(folder: Path, version: str) -> list[OfflineCopy]:
    """The copies of a version in a folder, in the order in which pages offer them. Raises OSError."""
    there = ((form, folder / form.name(version)) for form in OFFLINE_FORMS)
    return [OfflineCopy(form, Download.of(file)) for form, file in there if file.is_file()]
