"""What happens to finished text: links to files of the build, and mending of the theme's HTML."""

from __future__ import annotations

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError

from golocal.reading.parts import PLAN_WORKBOOK
from golocal.rendering.bundles import bundled
from golocal.rendering.download import expand_downloads
from golocal.rendering.mend import mend


def expanded(text: str) -> str:
    return expand_downloads(text, {PLAN_WORKBOOK: "{} is here".format})


def test_a_link_to_a_file_of_the_build_becomes_what_its_maker_says() -> None:
    assert expanded("Get [the book](download:plan-workbook).") == "Get the book is here."


def test_other_links_stay() -> None:
    assert expanded("[x](page.md) [y](download:other)") == "[x](page.md) [y](download:other)"


def test_other_html_stays() -> None:
    assert mend('<input type="text" autocomplete="off">') == '<input type="text" autocomplete="off">'


def test_a_link_in_code_stays_as_it_is() -> None:
    code = "```\n[x](download:plan-workbook)\n```\n\n`[x](download:plan-workbook)`\n"
    assert expanded(code) == code


def test_blocks_of_code_have_numbers() -> None:
    page = '<pre><code>a</code></pre><pre class="x"><code>b</code></pre><p>&lt;pre&gt;</p>'
    assert mend(page) == page.replace("<pre>", '<pre id="code-1">').replace("<pre class", '<pre id="code-2" class')


def test_another_version_of_the_theme_does_not_leave_pages_without_style() -> None:
    with pytest.raises(BuildError, match="style sheets"):
        bundled([], MkDocsConfig())
