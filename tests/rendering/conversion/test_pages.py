"""A page that the converter makes holds all that a page of MkDocs holds, in the world and in a text that asks for everything."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import get_files  # type: ignore[attr-defined]
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from golocal.rendering.build import BuildState
from golocal.rendering.page_tree import OWN_EXTENSION

SETTINGS = Path(__file__).parents[3] / "mkdocs.yml"
LOG = logging.getLogger("tests.conversion")
PAGE = "docs/tasks/cold-week.md"
HARD = r"""
# A title with `code` & "quotes"

[One](index.md?x=1&y=2#top), [two](../about/index.md#no-such "A \"title\""), [three](no-such.md), [four](#here),
[five](https://a.example/?a=1&amp;b=2), [six](<a b.md>), [seven](a\_b.md), [eight](folder/), [nine](/absolute.md).
![A picture](../no-such.png) ![A figure](no-such.svg) <mail@a.example> &copy; &lt; \x02address:0\x03 [ten][ref]{: href="&copy;" }

## Here {: #here }

| a | b |
| - | - |
| [x](index.md) | y |

[ref]: ../about/index.md
"""


class Built:
    """Files and settings of a build that has come to its pages."""

    def __init__(self, world: Path) -> None:
        shutil.copyfile(SETTINGS, world / "mkdocs.yml")
        shutil.copytree(SETTINGS.parent / "hooks", world / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
        self.config: MkDocsConfig = load_config(str(world / "mkdocs.yml"), site_dir=str(world.parent / "site"))
        self.state = BuildState()
        self.state.configure(self.config, {})
        assert self.state.prepare(world, self.config, LOG) == ""
        self.config.plugins._current_plugin = "hooks/events.py"
        files = get_files(self.config)
        files.add_files_from_theme(self.config.theme.get_env(), self.config)
        self.files: Files = self.state.files(files, self.config)

    def facts(self, page: Page, text: str) -> dict[str, Any]:
        """All that a page holds once it is rendered."""
        page.markdown = text
        page.render(self.config, self.files)
        return {
            "content": page.content,
            "title": page._title_from_render,
            "contents": [str(item) for item in page.toc],
            "anchors": page.present_anchor_ids,
            "links": {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()},
        }

    def by_mkdocs(self, page: Page, text: str) -> dict[str, Any]:
        """The same, rendered by MkDocs alone."""
        path = page.file.src_uri
        own = {"root": str(self.state.site.root), "page": path, "figures": self.state.site.figures}
        self.config.mdx_configs[OWN_EXTENSION] = own
        try:
            return self.facts(Page(None, page.file, self.config), text)
        finally:
            self.config.mdx_configs.pop(OWN_EXTENSION)
            page.file.page = page


@pytest.fixture
def built(world: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    (world / "docs/assets/css").mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(world)
    return Built(world)


def test_every_page_is_as_mkdocs_makes_it(built: Built) -> None:
    pages = [file.page for file in built.files.documentation_pages() if file.page]
    assert len(pages) == len(built.state.site.paths)
    for page in pages:
        text = built.state.site.page(page.file.src_uri).text
        expected = built.by_mkdocs(page, text)
        assert built.facts(page, text) == expected, page.file.src_uri
        assert built.facts(page, text) == expected, f"{page.file.src_uri}, from the store"


def test_a_hard_text_is_as_mkdocs_makes_it_and_is_warned_of_alike(
    built: Built, caplog: pytest.LogCaptureFixture
) -> None:
    page = next(file.page for file in built.files.documentation_pages() if file.src_uri == PAGE)
    assert page
    expected = built.by_mkdocs(page, HARD)
    warned = [record.getMessage() for record in caplog.records]
    assert any("no-such.md" in line for line in warned)
    for _ in range(2):
        caplog.clear()
        assert built.facts(page, HARD) == expected
        assert [record.getMessage() for record in caplog.records] == warned


def test_the_text_that_was_expected_is_the_text_that_mkdocs_reads(built: Built) -> None:
    for file in built.files.documentation_pages():
        assert file.page
        source = built.state.text_of(file.src_uri)
        assert source
        built.config.plugins.events["page_read_source"] = [lambda *args, text=source, **named: text]
        file.page.read_source(built.config)
        assert file.page.markdown == built.state.site.page(file.src_uri).text
