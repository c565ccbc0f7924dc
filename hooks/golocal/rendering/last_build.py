"""A whole build that is over, of which single pages can be made anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation


@dataclass(frozen=True)
class LastBuild:
    """What MkDocs knew when it made the pages of a site."""

    config: MkDocsConfig
    nav: Navigation
    files: Files
    env: Environment

    def make_anew(self, paths: Iterable[str]) -> None:
        """Write pages of these repository paths once more, into the same folder, inside of the menu that they had.

        Raises:
            LookupError: the build had no such page.
            Exception: what a build raises.
        """
        for path in paths:
            file = self.files.get_file_from_path(path)
            if file is None or file.page is None:
                raise LookupError(path)
            _populate_page(file.page, self.config, self.files)
            _build_page(file.page, self.config, self.files.documentation_pages(), self.nav, self.env)
