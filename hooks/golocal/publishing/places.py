"""Where a build works and where it puts its results."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import golocal


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
    def archive(self) -> Path:
        """The zip of the offline copy, unfinished."""
        return self.work / f"go-local-offline-{golocal.__version__}.zip"
