"""Images stay small: photos 200 kB and 1,600 pixels a side, figures 50 kB.

Helps: the reader on a slow phone, who pays for each page; the offline reader, whose copy holds all images.

Why: 200 kB take a second at 1.6 Mbit/s, the speed at which we measure pages for phones. The text column is at most 720 pixels wide, so 1,600 are enough for screens that draw two pixels where one was. A figure is part of the page itself, and a page may weigh 150 kB until it can be read.

Wrong (docs/about/big.svg, 60 kB):

    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>Sun</title><desc>A disc.</desc></svg>

Right (docs/about/small.svg):

    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>Sun</title><desc>A disc.</desc></svg>

Fix: scale a photo down to 1,600 pixels and save it as JPEG with a quality of about 75. Screenshots are smaller as PNG with few colours. In figures, round coordinates, join paths, and draw less.

Exceptions: text, records and other files have their own limits in `file-too-large`.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from golocal.checks.files.common import at_file
from golocal.checks.limits import MAX_FIGURE, MAX_PHOTO, MAX_PIXELS, PHOTOS
from golocal.content.corpus import Corpus
from golocal.findings import Finding, Scope, rule
from golocal.reading.files import SourceFile

ID = "image-too-large"


@rule(ID, Scope.FILE)
def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each image with too many bytes or pixels, or whose pixels cannot be told."""
    for file in corpus.files:
        ending = PurePosixPath(file.path).suffix
        if file.trouble or ending not in (".svg", *PHOTOS):
            continue
        yield from _bytes(file, MAX_FIGURE if ending == ".svg" else MAX_PHOTO)
        if file.path in corpus.pixels:
            yield from _pixels(file, corpus.pixels[file.path])


def _bytes(file: SourceFile, limit: int) -> Iterator[Finding]:
    if file.size > limit:
        message = f"the image has {-(-file.size // 1024)} kB; the limit is {limit // 1024} kB"
        yield at_file(ID, file, message, "scale it down, save it with stronger compression, or draw less")


def _pixels(file: SourceFile, size: tuple[int, int] | None) -> Iterator[Finding]:
    if size is None:
        message = "the size of the image cannot be read: it is no PNG or JPEG, or it is damaged"
        yield at_file(ID, file, message, "open it in a program for images and save it anew as PNG or JPEG")
    elif max(size) > MAX_PIXELS:
        message = f"the image has {size[0]} x {size[1]} pixels; the limit is {MAX_PIXELS} a side"
        yield at_file(ID, file, message, f"scale it down to {MAX_PIXELS} pixels on its longer side")
