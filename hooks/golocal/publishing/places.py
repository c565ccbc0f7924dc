"""Where a build works and where it puts its results."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import golocal
from golocal.rendering.offline import OfflineForm


@dataclass(frozen=True)
class Places:
    """Where a build works and where it puts its results."""

    root: Path

    @property
    def work(self) -> Path:
        """Folder of everything unfinished."""
        return self.root / ".build"

    @property
    def site(self) -> Path:
        """The published site."""
        return self.root / "site"

    @property
    def dist(self) -> Path:
        """Files to hand on, with their hashes."""
        return self.root / "dist"

    @property
    def data(self) -> Path:
        """The files of open data, which both copies of the site carry."""
        return self.work / "data"

    @property
    def publications(self) -> Path:
        """The files of publications, which both copies of the site carry."""
        return self.work / "publications"

    @property
    def forms(self) -> Path:
        """Those publications that the small offline copy carries: forms to fill in."""
        return self.work / "forms"

    @property
    def copies(self) -> Path:
        """The offline copies, each in one file, which the site on a server offers."""
        return self.work / "copies"

    def copy(self, form: OfflineForm) -> Path:
        """The file of an offline copy."""
        return self.copies / form.name(golocal.__version__)
