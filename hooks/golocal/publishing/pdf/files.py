"""All publications as PDF files in a folder. What has not changed since the last time is taken from the cache."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

from golocal.publishing.pdf.compiler import FONTS, STANDARDS, compile_pdf
from golocal.publishing.pdf.packing import packed
from golocal.publishing.pdf.refusals import in_words
from golocal.publishing.pdf.source import typst_source
from golocal.publishing.pdf.text import PageRefused
from golocal.publishing.publications.book import Binder, Book
from golocal.publishing.publications.imprint import NoDate
from golocal.publishing.publications.refused import PublicationsRefused
from golocal.rendering.publications import publications

MOST_AT_ONCE = 4
ABOUT_THE_FILE = (
    "Tagged PDF that claims PDF/UA-1 (accessible) and PDF/A-2a (to keep). A program, page-validation, tests both whenever "
    "the project changes; people who use a screen reader have not tested it."
)


def write_pdfs(binder: Binder, folder: Path, cache: Path) -> dict[str, bool]:
    """Write each publication as NAME.pdf into a folder that exists; say of each file whether it had to be made.

    Args:
        cache: folder of files by the hash of all that decides about them; what this run does not need is removed.

    Raises:
        PublicationsRefused: one or more of them cannot become a PDF.
        OSError: a file cannot be read or written.
    """
    root = binder.site.root
    sources, troubles = _sources(binder)
    kept = {name: cache / f"{_key(source, root, images)}.pdf" for name, (source, images) in sources.items()}
    missing = [name for name, place in kept.items() if not place.is_file()]
    cache.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_AT_ONCE)) as pool:
        refusals = pool.map(lambda name: _made(sources[name][0], root, kept[name]), missing)
        catalogue = binder.site.catalogue
        troubles += [in_words(name, why, root, catalogue) for name, why in zip(missing, refusals, strict=True) if why]
    if troubles:
        raise PublicationsRefused("\n".join(troubles))
    for name, place in kept.items():
        shutil.copyfile(place, folder / f"{name}.pdf")
    for left in set(cache.glob("*.pdf")) - set(kept.values()):
        left.unlink()
    return {f"{name}.pdf": name in missing for name in kept}


def _made(source: str, root: Path, place: Path) -> PageRefused | None:
    """Make a file in its place; return why that could not be done."""
    try:
        data = packed(compile_pdf(source, root))
    except PageRefused as refused:
        return refused
    aside = place.with_suffix(".part")
    aside.write_bytes(data)
    aside.replace(place)
    return None


def _sources(binder: Binder) -> tuple[dict[str, tuple[str, list[str]]], list[str]]:
    """Typst source and images of each publication by its name, and why others have none."""
    sources, troubles = {}, []
    for publication in publications(binder.site.catalogue):
        try:
            book = binder.book(publication, ABOUT_THE_FILE)
            sources[publication.name] = (typst_source(book), images_of(book))
        except (PageRefused, NoDate) as refused:
            troubles.append(f"{publication.name}.pdf: {refused}")
    return sources, troubles


def images_of(book: Book) -> list[str]:
    """Repository paths of the images that a book shows from files of their own."""
    return sorted({image.get("src", "") for part in book.parts for image in part.tree.iter("img")})


def _key(source: str, root: Path, images: Iterable[str]) -> str:
    """Hash of everything that decides about a file."""
    digest = hashlib.blake2b(source.encode(), digest_size=16)
    digest.update(f"{version('typst')} {version('pikepdf')} {STANDARDS}".encode())
    digest.update((FONTS / "vendor.json").read_bytes())
    for image in images:
        digest.update((root / image).read_bytes())
    return digest.hexdigest()
