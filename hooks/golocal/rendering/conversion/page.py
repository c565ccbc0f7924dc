"""Pages of MkDocs that ask the converter for their HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from golocal.rendering.conversion.converter import Converter


class SitePage(Page):
    """Like a page of MkDocs in all that it holds after it is rendered; links are followed and judged by MkDocs."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, converter: Converter) -> None:
        super().__init__(title, file, config)
        self._converter = converter

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Fill content, table of contents, title and anchors."""
        if self.markdown is None:
            raise RuntimeError("a page is read before it is rendered")
        converted = self._converter.converted(self.file.src_uri, self.markdown)
        links = _RelativePathTreeprocessor(self.file, files, config)
        self.content = converted.closed(links.path_to_url)
        self.toc = get_toc(converted.contents)
        self._title_from_render: Any = converted.title
        self.present_anchor_ids = set(converted.anchors)
        self.links_to_anchors = links.links_to_anchors


def make_pages(files: Files, titles: Mapping[str, str | None], config: MkDocsConfig, converter: Converter) -> None:
    """Give each file of a page its page, with the title that the menu has for it."""
    for file in files.documentation_pages():
        SitePage(titles.get(file.src_uri), file, config, converter)
