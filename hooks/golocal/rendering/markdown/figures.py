"""`![alternative text](figure.svg)` becomes the figure itself."""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as etree
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from golocal.reading.figures import FigureRefused, read_figure


class Figures(Treeprocessor):
    """Replaces images of local SVG files; a figure that is refused stays an image, which no browser lets run.

    Attributes:
        read: hash of each figure that was looked for, by its repository path; empty where there is none.
    """

    def __init__(self, md: Markdown, root: Path, page: str, made: Mapping[str, str]) -> None:
        """`made` holds figures of generated pages, which have no file, by the path that they would have."""
        super().__init__(md)
        self._made = made
        self._root = root.resolve()
        self._folder = self._root / PurePosixPath(page).parent
        self.read: dict[str, str] = {}

    def run(self, root: etree.Element) -> None:
        """Put the figures in place."""
        count = 0
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "img" and (child.get("src") or "").endswith(".svg"):
                    count += 1
                    figure = self._figure(child, f"fig{count}-")
                    if figure is not None:
                        figure.tail = child.tail
                        parent[index] = figure

    def _figure(self, image: etree.Element, prefix: str) -> etree.Element | None:
        path = (self._folder / image.get("src", "")).resolve()
        text = self._text_of(path) if path.is_relative_to(self._root) else None
        try:
            return read_figure(text, prefix, image.get("alt") or "") if text is not None else None
        except FigureRefused:
            return None

    def _text_of(self, place: Path) -> str | None:
        path = place.relative_to(self._root).as_posix()
        text = figure_text(self._root, path, self._made)
        self.read[path] = digest_of(text)
        return text


def figure_text(root: Path, path: str, made: Mapping[str, str]) -> str | None:
    """The SVG of a repository path, made or from its file; None where there is none that can be read."""
    text = made.get(path)
    if text is not None or not (root / path).is_file():
        return text
    try:
        return (root / path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return None


def digest_of(text: str | None) -> str:
    """Hash of a figure; empty where there is none."""
    return "" if text is None else hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
