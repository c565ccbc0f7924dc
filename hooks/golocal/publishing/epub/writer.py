"""A book as one EPUB file: the same book gives the same bytes, wherever and whenever it is written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from golocal.publishing.archive import entry_of
from golocal.publishing.epub.contents import CONTENTS, TITLE_PAGE, contents
from golocal.publishing.epub.cover import title_page
from golocal.publishing.epub.markup import STYLE
from golocal.publishing.epub.package import PACKAGE, Item, package
from golocal.publishing.epub.parts import IMAGES, PartWriter, file_of
from golocal.publishing.publications.book import Book, Part

FOLDER, COVER = "EPUB", "cover.png"
XHTML_FILE = "application/xhtml+xml"
MIMETYPE = ("mimetype", b"application/epub+zip")
CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
  <rootfiles>
    <rootfile full-path="{FOLDER}/{PACKAGE}" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""
_STYLE_SHEET = Path(__file__).with_name("style.css")
Content = tuple[Item, bytes]


def epub(book: Book, cover: bytes, root: Path) -> bytes:
    """The file.

    Args:
        cover: a PNG picture.
        root: repository root, from which images are read.

    Raises:
        Unfit: an EPUB cannot hold something of the book.
        OSError: an image cannot be read.
    """
    files = [*_contents(book, cover, root)]
    described = package(book, (item for item, _ in files))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        # The first entry is not compressed, so that programs can tell the kind of file by its first bytes.
        first = entry_of(MIMETYPE[0], book.imprint.date)
        first.compress_type = zipfile.ZIP_STORED
        archive.writestr(first, MIMETYPE[1])
        archive.writestr(entry_of("META-INF/container.xml", book.imprint.date), CONTAINER)
        archive.writestr(entry_of(f"{FOLDER}/{PACKAGE}", book.imprint.date), described)
        for item, data in files:
            archive.writestr(entry_of(f"{FOLDER}/{item.name}", book.imprint.date), data)
    return packed.getvalue()


def _contents(book: Book, cover: bytes, root: Path) -> Iterator[Content]:
    writer = PartWriter(book)
    yield Item(COVER, "image/png", "cover-image"), cover
    yield Item(STYLE, "text/css"), _STYLE_SHEET.read_bytes()
    yield Item(TITLE_PAGE, XHTML_FILE, is_read=True), title_page(book.imprint)
    yield Item(CONTENTS, XHTML_FILE, "nav", is_read=True), contents(book)
    for part in book.parts:
        yield Item(file_of(part), XHTML_FILE, _properties(part), is_read=True), writer.write(part)
    for path, name in writer.images.items():
        yield Item(name, IMAGES[Path(name).suffix]), (root / path).read_bytes()


def _properties(part: Part) -> str:
    return "svg" if part.tree.find(".//svg") is not None else ""
