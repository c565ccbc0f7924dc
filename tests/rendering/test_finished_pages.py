"""What happens to finished text: the link to the offline copy, and mending of the theme's HTML."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError

from golocal.reading.parts import OFFLINE_COPY
from golocal.rendering.bundles import bundled
from golocal.rendering.download import Download, expand_downloads, offline_copy
from golocal.rendering.mend import mend


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "go-local-offline.zip"
    path.write_bytes(b"x" * 2_345_678)
    return path


def expanded(text: str, download: Download | None, link_to: Callable[[str], str]) -> str:
    return expand_downloads(text, {OFFLINE_COPY: partial(offline_copy, download, link_to)})


def test_download_link_gets_size_and_hash(archive: Path) -> None:
    text = expanded("Get [the copy](download:offline).", Download.of(archive), "../../{}".format)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    assert text.startswith("Get [the copy](")
    assert "](../../docs/downloads/go-local-offline.zip)" in text
    assert "(2.3 MB)" in text
    assert f"SHA-256 `{digest}`" in text


def test_without_archive_no_link_is_printed() -> None:
    text = expanded("Get [the copy](download:offline).", None, str)
    assert "download:" not in text
    assert "](" not in text


def test_other_links_stay() -> None:
    assert expanded("[x](page.md) [y](download:other)", None, str) == "[x](page.md) [y](download:other)"


def test_other_html_stays() -> None:
    assert mend('<input type="text" autocomplete="off">') == '<input type="text" autocomplete="off">'


def test_a_link_in_code_stays_as_it_is() -> None:
    code = "```\n[x](download:offline)\n```\n\n`[x](download:offline)`\n"
    assert expanded(code, None, str) == code


def test_blocks_of_code_have_numbers() -> None:
    page = '<pre><code>a</code></pre><pre class="x"><code>b</code></pre><p>&lt;pre&gt;</p>'
    assert mend(page) == page.replace("<pre>", '<pre id="code-1">').replace("<pre class", '<pre id="code-2" class')


def test_another_version_of_the_theme_does_not_leave_pages_without_style() -> None:
    with pytest.raises(BuildError, match="style sheets"):
        bundled([], MkDocsConfig())
