"""`![alternative text](figure.svg)` becomes the figure itself."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from pathlib import Path, PurePosixPath

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from golocal.reading.figures import FigureRefused, read_figure


class Figures(Treeprocessor):
    """Replaces images of local SVG files; a figure that is refused stays an image, which no browser lets run."""

    def __init__(self, md: Markdown, root: Path, page: str) -> None:
        super().__init__(md)
        self._root = root.resolve()
        self._folder = self._root / PurePosixPath(page).parent

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
        if not path.is_relative_to(self._root) or not path.is_file():
            return None
        try:
            return read_figure(path.read_text(encoding="utf-8-sig"), prefix, image.get("alt") or "")
        except (FigureRefused, UnicodeDecodeError):
            return None
