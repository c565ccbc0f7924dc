"""Pages are made into trees by the extensions that MkDocs uses, and by no others."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from mkdocs.config import load_config

from golocal.reading.settings import read_settings
from golocal.rendering.page_tree import MarkdownSettings, page_tree, plain_text
from golocal.rendering.staged_page import StagedPage


@pytest.fixture
def given(repository: Path) -> MarkdownSettings:
    """The extensions of this repository."""
    return MarkdownSettings.from_config(read_settings(repository))


def tree(text: str, root: Path, given: MarkdownSettings) -> etree._Element:
    """The tree of a page in the folder docs/."""
    return page_tree(StagedPage("docs/page.md", "page", "Page", "", text, False), root, given)


def test_extensions_are_those_of_mkdocs(repository: Path, given: MarkdownSettings) -> None:
    config = load_config(str(repository / "mkdocs.yml"))
    assert list(given.extensions) == config.markdown_extensions
    assert {name: values for name, values in given.settings.items() if values} == {
        name: values for name, values in config.mdx_configs.items() if values
    }


def test_named_letters_and_figures_keep_their_form(given: MarkdownSettings, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    figure = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect class="fig-ink" width="5" height="5"/></svg>'
    )
    (tmp_path / "docs" / "a.svg").write_text(figure, encoding="utf-8")
    found = tree("A&nbsp;&copy; &lt;b&gt; &amp;\n\n![Alternative](a.svg)\n", tmp_path, given)
    assert plain_text(found).split("\n")[0].strip() == "A\u00a0© <b> &"
    svg = found.find(".//svg")
    assert svg is not None
    assert (svg.get("viewBox"), svg.get("aria-label")) == ("0 0 9 9", "Alternative")


def test_plain_text_leaves_out_apparatus_and_keeps_blocks_apart(given: MarkdownSettings, tmp_path: Path) -> None:
    found = tree("## Head\n\n| A | B |\n| --- | --- |\n| un*safe* | d |\n", tmp_path, given)
    assert plain_text(found).split() == ["Head", "A", "B", "unsafe", "d"]
