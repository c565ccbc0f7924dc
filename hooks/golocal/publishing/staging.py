"""A plain tree of Markdown that any renderer reads: citations, record links and generated pages written out."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from golocal.content.catalogue import Catalogue
from golocal.content.locations import staged_path
from golocal.publishing.data.files import write_data
from golocal.publishing.folders import remove
from golocal.rendering.identity import identity_of
from golocal.rendering.layout import FLAT
from golocal.rendering.made import Made
from golocal.rendering.opendata import PLACE, OpenData
from golocal.rendering.site import Site
from golocal.rendering.text import quoted

PAGES = "docs"
SETTINGS = "mkdocs.yml"
MARK = "# Made by `golocal stage`: plain Markdown for any renderer."
NOT_COPIED = frozenset({".md", ".yml"})

_SETTINGS = f"""\
{MARK}
site_name: {{name}}
docs_dir: {PAGES}
theme:
  name: mkdocs
plugins: []
markdown_extensions:
  - attr_list
  - def_list
  - tables
  - fenced_code
  - toc
  - pymdownx.quotes:
      callouts: true
"""


class NotOurs(Exception):
    """The folder holds files that an earlier staging did not write; the text says so."""


def stage(root: Path, catalogue: Catalogue, settings: Mapping[str, Any], target: Path) -> int:
    """Write the tree to `target`, in place of an earlier one, and return the number of pages.

    Args:
        catalogue: of sources without errors.
        settings: as in mkdocs.yml.

    Raises:
        NotOurs: the folder is neither empty nor the result of an earlier run.
        CitationsUnavailable: pandoc could not be run.
        CellTooLong, DataTooLarge: the open data could not be made.
        OSError: a file cannot be written.
    """
    _require_ours(target)
    remove(target / PAGES)
    data = target / _staged(PLACE)
    write_data(catalogue, identity_of(settings), data)
    site = Site(root, catalogue, identity_of(settings), layout=FLAT, made=Made(data=OpenData.of(data)))
    pages = {path: site.page(path).with_front_matter() for path in site.paths}
    files = pages | site.files | site.figures
    target.mkdir(parents=True, exist_ok=True)
    name = quoted(str(settings.get("site_name", "")))
    (target / SETTINGS).write_text(_SETTINGS.format(name=name), encoding="utf-8", newline="\n")
    for path, text in files.items():
        place = _place(target, path)
        place.write_text(text, encoding="utf-8", newline="\n")
    _copy_others(root, catalogue, target)
    return len(pages)


def _require_ours(target: Path) -> None:
    if target.is_dir():
        there = {entry.name for entry in target.iterdir()}
        if not there or (there <= {PAGES, SETTINGS} and _is_marked(target / SETTINGS)):
            return
    elif not target.exists():
        return
    raise NotOurs(f"{target} holds other things: name an empty folder, or one that `golocal stage` has written before")


def _is_marked(settings: Path) -> bool:
    return settings.is_file() and settings.read_text(encoding="utf-8", errors="replace").startswith(MARK)


def _copy_others(root: Path, catalogue: Catalogue, target: Path) -> None:
    for path in sorted(catalogue.corpus.publishable):
        if PurePosixPath(path).suffix not in NOT_COPIED:
            shutil.copyfile(root / path, _place(target, path))


def _staged(path: str) -> str:
    return f"{PAGES}/{staged_path(path)}"


def _place(target: Path, path: str) -> Path:
    place = target / _staged(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    return place
