"""A packed file weighs less and says the same."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from golocal.publishing.pdf.packing import packed

from .making import assert_accessible, pdf
from .pdf_text import text_of_pdf


def test_a_packed_file_says_the_same_in_fewer_bytes(tmp_path: Path) -> None:
    data = pdf("<h2>Section</h2><ul><li>One</li><li><em>Two</em></li></ul>" * 20)
    small = packed(data)
    assert text_of_pdf(small) == text_of_pdf(data)
    assert len(small) < len(data) * 0.7
    assert b"/StructElem" in data
    assert b"/StructElem" not in small
    (tmp_path / "small.pdf").write_bytes(small)
    assert_accessible(tmp_path / "small.pdf")


def test_the_same_file_is_packed_into_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf("<p>Text</p>")
    first = packed(data)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    time.sleep(1.1)  # an identifier drawn from the clock changes each second
    assert packed(data) == first
    assert not list(tmp_path.iterdir()), "nothing is left behind"
