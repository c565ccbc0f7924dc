"""Open data that the build has made: where their files stand on the site, and what their own description says of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from golocal.rendering.text import size_in_words

DESCRIPTION, PACKAGE, PLAN = "datapackage.json", "go-local-data.zip", "plan-workbook.xlsx"
PLACE = "docs/data"
NONE_HERE = "this copy has no data files: `scripts/build` makes them"


@dataclass(frozen=True)
class OpenData:
    """A folder of data files.

    Attributes:
        sizes: bytes of each file by its name.
    """

    folder: Path
    sizes: dict[str, int]

    @classmethod
    def of(cls, folder: Path) -> OpenData:
        """Facts of a folder. Raises OSError."""
        return cls(folder, {path.name: path.stat().st_size for path in sorted(folder.iterdir())})

    def unpacked(self) -> OpenData:
        """The same without the archive that holds all files once more: a copy on a disk has them side by side."""
        return replace(self, sizes={name: size for name, size in self.sizes.items() if name != PACKAGE})

    @property
    def files(self) -> dict[Path, str]:
        """Each file with the repository path that its address on the site would have."""
        return {self.folder / name: path_of(name) for name in self.sizes}

    @cached_property
    def resources(self) -> list[dict[str, Any]]:
        """What the description says of each file."""
        described = json.loads((self.folder / DESCRIPTION).read_text(encoding="utf-8"))
        resources: list[dict[str, Any]] = described["resources"]
        return resources

    def link(self, name: str, link_to: Callable[[str], str], label: str = "") -> str:
        """A link to a file with its size: "[rights.csv](...) (31 kB)".

        Args:
            link_to: makes a link from the page to a repository path.
        """
        return f"[{label or name}]({link_to(path_of(name))}) ({size_in_words(self.sizes[name])})"


def path_of(name: str) -> str:
    """The repository path of a source with the address of that file."""
    return f"{PLACE}/{name}"


def plan_workbook(data: OpenData | None, link_to: Callable[[str], str], label: str) -> str:
    """The link to the plan workbook with its size, or its name alone where it was not made."""
    return data.link(PLAN, link_to, label) if data else f"{label} ({NONE_HERE})"
