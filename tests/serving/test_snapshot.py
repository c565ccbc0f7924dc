"""A look at files tells afterwards which of them were changed, made or removed."""

from __future__ import annotations

import os
from pathlib import Path

from golocal.serving.snapshot import changed, snapshot


def test_what_was_changed_made_or_removed_is_told(tmp_path: Path) -> None:
    folder, settings = tmp_path / "docs", tmp_path / "mkdocs.yml"
    (folder / "deep").mkdir(parents=True)
    for path in (folder / "a.md", folder / "deep/b.md", folder / "c.md", settings):
        path.write_text("text", encoding="utf-8")
    places = [folder, settings, tmp_path / "missing"]
    before = snapshot(places)
    assert set(before) == {folder / "a.md", folder / "deep/b.md", folder / "c.md", settings}
    assert changed(before, snapshot(places)) == []
    (folder / "deep/b.md").write_text("longer text", encoding="utf-8")
    (folder / "c.md").unlink()
    (folder / "d.md").symlink_to(folder / "nowhere")
    (folder / "e.md").write_text("", encoding="utf-8")
    os.utime(settings, ns=(1, 1))
    expected = [folder / "c.md", folder / "deep/b.md", folder / "e.md", settings]
    assert changed(before, snapshot(places)) == sorted(expected)
