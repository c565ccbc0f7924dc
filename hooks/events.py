"""MkDocs events. Each handler calls the package; no rule and no text lives here."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from golocal.rendering.build import BuildState
from golocal.rendering.metadata import as_html
from golocal.rendering.preview import keep_serving

log = logging.getLogger("mkdocs.hooks.golocal")
state = BuildState()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is a build or a preview."""
    state.preview = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Read what the settings and the environment say of this run."""
    state.configure(config, os.environ)


def on_pre_build(config: MkDocsConfig) -> None:
    """Check all sources before MkDocs reads one; an error ends a build; a preview goes on with its last pages."""
    trouble = state.prepare(Path(config.config_file_path).parent, config, log)
    if trouble:
        raise BuildError(trouble)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> None:
    """Keep the preview going when a source has errors."""
    keep_serving(server, log)


@event_priority(-95)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Mount the other folders, add generated pages, make the menu."""
    return state.files(files, config)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Give records a place in the menu's sections."""
    state.place(nav, files, config)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Give MkDocs the expanded text instead of the file."""
    return state.text_of(page.file.src_uri)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell the theme what is plain text, when the page changed, and what its head says."""
    path = page.file.src_uri
    page.update_date = state.day_of(path) or page.update_date
    page.meta = {**as_html(page.meta), "head": state.head_of(path), "plain_copy": state.copy_of(path)}


@event_priority(-200)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Let the search find the text of a page."""
    state.pulse()
    state.find(page.file.src_uri, page.file.url, html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """End what only the Markdown of pages needed."""
    state.end_conversion(env)


def on_build_error(error: Exception) -> None:
    """End what a build leaves running that has failed."""
    state.close()


def on_post_build(config: MkDocsConfig) -> None:
    """Write the search and the copies when all pages are there."""
    state.write_search(Path(config.site_dir))
    state.write_copies(Path(config.site_dir))
    state.finish(config)


@event_priority(-200)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend what the theme's HTML gets wrong, and add the security policy: after every other change of the page."""
    state.pulse()
    return state.mend(output)


@event_priority(-200)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Mend pages that are templates, such as 404.html."""
    return state.mend(output_content) if template_name.endswith(".html") else output_content
