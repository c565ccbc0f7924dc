"""All worksheets as office files in a folder. What has not changed since the last time is taken from the cache."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.metadata import version
from pathlib import Path

from golocal.publishing.data import sheets
from golocal.publishing.data.sheets import CellTooLong
from golocal.publishing.office.docx import docx, html_of
from golocal.publishing.office.form import Form, forms
from golocal.publishing.office.reference import write_reference
from golocal.publishing.office.xlsx import xlsx
from golocal.publishing.publications.refused import PublicationsRefused
from golocal.rendering.page_tree import MarkdownSettings
from golocal.rendering.site import Site

MOST_AT_ONCE = 2
Maker = Callable[[Path], bytes]
"""Makes a file; the path is that of one that it may write and remove."""


def write_office(site: Site, settings: MarkdownSettings, folder: Path, cache: Path) -> dict[str, bool]:
    """Write each worksheet as NAME.docx, and as NAME.xlsx where it has tables, into a folder that exists; say of each file whether it had to be made.

    Args:
        cache: folder of files by the hash of all that decides about them; what this run does not need is removed.

    Raises:
        CitationsUnavailable: pandoc could not be run.
        PublicationsRefused: a table does not fit into a workbook.
        OSError: a file cannot be read or written.
    """
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as aside:
        makers = _makers([*forms(site, settings)], Path(aside))
        missing = [name for name, (place, _) in makers.items() if not (cache / place).is_file()]
        with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_AT_ONCE)) as pool:
            list(pool.map(lambda name: _make(name, *makers[name], cache, Path(aside)), missing))
    for name, (place, _) in makers.items():
        shutil.copyfile(cache / place, folder / name)
    for left in {path.name for path in cache.iterdir()} - {place for place, _ in makers.values()}:
        (cache / left).unlink()
    return {name: name in missing for name in makers}


def _makers(worksheets: list[Form], aside: Path) -> dict[str, tuple[str, Maker]]:
    """For each file its name in the cache, and what makes it."""
    reference = write_reference(aside) if worksheets else aside
    ours = _code(reference)
    makers: dict[str, tuple[str, Maker]] = {}
    for form in worksheets:
        key = _key(form, ours)
        makers[f"{form.name}.docx"] = (f"{key}.docx", partial(docx, form, reference))
        if form.sheet.tables:
            makers[f"{form.name}.xlsx"] = (f"{key}.xlsx", partial(_workbook, form))
    return makers


def _workbook(form: Form, _: Path) -> bytes:
    return xlsx(form)


def _make(name: str, place: str, make: Maker, cache: Path, aside: Path) -> None:
    try:
        data = make(aside / name)
    except CellTooLong as error:
        raise PublicationsRefused(f"{name}: {error}") from error
    unfinished = aside / f"{name}.part"
    unfinished.write_bytes(data)
    unfinished.replace(cache / place)


def _key(form: Form, ours: bytes) -> str:
    """Hash of everything that decides about the files of a worksheet."""
    digest = hashlib.blake2b(ours, digest_size=16)
    digest.update(f"{html_of(form)}\0{form.summary}\0{form.date}\0{form.author}\0{form.sheet}\0{form.boxes}".encode())
    return digest.hexdigest()


def _code(reference: Path) -> bytes:
    """Hash of what all files have in common: programs, styles, and our own code."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{version('pypandoc-binary')} {version('xlsxwriter')}".encode())
    for path in [*sorted(Path(__file__).parent.rglob("*.*")), Path(sheets.__file__), reference]:
        if path.suffix in {".py", ".xml", ".docx"}:
            digest.update(path.read_bytes())
    return digest.digest()
