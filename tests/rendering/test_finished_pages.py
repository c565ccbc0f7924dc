"""What happens to finished text: the link to the offline copy, and mending of the theme's HTML."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from golocal.rendering.download import Download, expand_download
from golocal.rendering.mend import mend


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "go-local-offline.zip"
    path.write_bytes(b"x" * 2_345_678)
    return path


def test_download_link_gets_size_and_hash(archive: Path) -> None:
    text = expand_download("Get [the copy](download:offline).", Download.of(archive), "../../{}".format)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    assert text.startswith("Get [the copy](")
    assert "](../../docs/downloads/go-local-offline.zip)" in text
    assert "(2.3 MB)" in text
    assert f"SHA-256 `{digest}`" in text


def test_without_archive_no_link_is_printed() -> None:
    text = expand_download("Get [the copy](download:offline).", None, str)
    assert "download:" not in text
    assert "](" not in text


def test_other_links_stay() -> None:
    assert expand_download("[x](page.md) [y](download:other)", None, str) == "[x](page.md) [y](download:other)"


@pytest.mark.parametrize("name", ["drawer", "search"])
def test_checkboxes_lose_the_attribute_they_may_not_have(name: str) -> None:
    theme = f'<input class="md-toggle" data-md-toggle="{name}" type="checkbox" id="__{name}" autocomplete="off">'
    assert mend(theme) == f'<input class="md-toggle" data-md-toggle="{name}" type="checkbox" id="__{name}">'


def test_other_html_stays() -> None:
    assert mend('<input type="text" autocomplete="off">') == '<input type="text" autocomplete="off">'


def test_a_link_in_code_stays_as_it_is() -> None:
    code = "```\n[x](download:offline)\n```\n\n`[x](download:offline)`\n"
    assert expand_download(code, None, str) == code
