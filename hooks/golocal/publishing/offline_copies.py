"""The offline copies: rendered, verified, and packed into one file each."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import golocal
from golocal.publishing.archive import pack, slim
from golocal.publishing.manifest import Checked, write_manifest
from golocal.publishing.places import Places
from golocal.publishing.steps import Progress
from golocal.rendering.offline import LARGE, SMALL, ZIM, OfflineForm
from golocal.rendering.published import TO_FILL_IN

WriteZim = Callable[[Path, Path, Path, datetime.date], None]
"""Writes a ZIM file: repository, folder of the offline copy, file, date of the newest text."""
TOPS = {LARGE: "go-local", SMALL: "go-local-small"}
"""What the folder is called that a reader unpacks, before the version."""


@dataclass(frozen=True)
class OfflineCopies:
    """Makes the offline copies of one build.

    Attributes:
        forms: the folders to make, of `LARGE` and `SMALL`.
        render: renders the site for a disk into a folder, with the publications of another; None for none.
        require_good: raises where a folder is faulty.
        write_zim: None where no ZIM file is made. It is made of the large copy.
    """

    places: Places
    forms: Sequence[OfflineForm]
    render: Callable[[Path, Path | None], None]
    require_good: Callable[[Path], None]
    progress: Progress
    write_zim: WriteZim | None

    def make(self, date: datetime.date, checked: Checked) -> None:
        """Write all copies into their place. What `render` and `require_good` raise goes through."""
        self.places.copies.mkdir()
        folders = {form: self.places.work / f"{TOPS[form]}-offline" for form in self.forms}
        with self.progress.step("offline site"):
            self._render(folders)
            for folder in folders.values():
                slim(folder)
                write_manifest(folder, version=golocal.__version__, offline=True, checked=checked)
        with self.progress.step("verify offline site"):
            for folder in folders.values():
                self.require_good(folder)
        with self.progress.step("archive"):
            for form, folder in folders.items():
                pack(folder, self.places.copy(form), top=f"{TOPS[form]}-{golocal.__version__}", date=date)
        if self.write_zim and LARGE in folders:
            with self.progress.step("ZIM file"):
                self.write_zim(self.places.root, folders[LARGE], self.places.copy(ZIM), date)

    def _render(self, folders: dict[OfflineForm, Path]) -> None:
        """The second finds most pages converted already, so nothing is won by making both at once."""
        published = {LARGE: self.places.publications, SMALL: self._forms_alone() if SMALL in folders else None}
        for form, folder in folders.items():
            self.render(folder, published[form])

    def _forms_alone(self) -> Path | None:
        """A folder with those publications that people write in; None where none were made."""
        if not self.places.publications.is_dir():
            return None
        self.places.forms.mkdir()
        for file in self.places.publications.iterdir():
            if file.suffix in TO_FILL_IN:
                shutil.copyfile(file, self.places.forms / file.name)
        return self.places.forms
