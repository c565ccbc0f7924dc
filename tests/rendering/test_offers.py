"""Pages offer the publications that were made, with size, day and hash; where none were made they promise nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.rendering.identity import Identity
from golocal.rendering.made import NOTHING_MADE, Made
from golocal.rendering.offline import OFFLINE_FORMS, copies_in
from golocal.rendering.publications import publications
from golocal.rendering.published import Published
from golocal.rendering.site import Site

IDENTITY = Identity("The invented guide", "Independent.", "CC BY-SA 4.0")
CHAPTER = "toolkit/warm-homes/index.md"
CONTENT = b"%PDF-1.7" + b" " * 1_200_000
PAGE = """---
title: Files
summary: All files of this invented guide, to take along.
status: published
provenance: original
version: "1.0"
published: 2031-01-01
---

[](list:publications)

[](list:offline-copies)
"""


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """One chapter was made, and a file of no known form."""
    folder = tmp_path / "publications"
    folder.mkdir()
    (folder / "chapter-warm-homes.pdf").write_bytes(CONTENT)
    (folder / "chapter-warm-homes.part").write_bytes(b"")
    return Made(publications=Published.of(folder))


def text_of(root: Path, path: str, made: Made) -> str:
    (root / "docs/about/files.md").write_text(PAGE, encoding="utf-8")
    report = check(root)
    assert not report.failed, report.findings
    return Site(root, report.catalogue, IDENTITY, made=made).page(path).text


def test_a_chapter_offers_its_file_with_size_and_hash(world: Path, made: Made) -> None:
    text = text_of(world, CHAPTER, made)
    assert "Download {: .fact }\n:   [PDF](../../docs/downloads/chapter-warm-homes.pdf) (1.2 MB)\n" in text
    panel = text.partition("## Take this text with you")[2].partition("\n## ")[0]
    assert "[PDF](../../docs/downloads/chapter-warm-homes.pdf) (1.2 MB). To print, " in panel
    assert f"SHA-256 `{hashlib.sha256(CONTENT).hexdigest()}`" in panel


def test_the_list_of_all_names_what_was_made_and_nothing_else(world: Path, made: Made) -> None:
    text = text_of(world, "docs/about/files.md", made)
    row, _, hashes = text.partition("SHA-256 hashes of these files\n{: .fold .export }")
    assert "(Toolkit, chapter 1, 1 March 2031): [PDF](../downloads/chapter-warm-homes.pdf) (1.2 MB)\n" in row
    assert "SHA-256" not in row
    assert hashes.strip().startswith(f"- chapter-warm-homes.pdf: SHA-256 `{hashlib.sha256(CONTENT).hexdigest()}`\n")
    assert hashes.count("SHA-256") == 1


def test_without_files_pages_promise_none(world: Path) -> None:
    assert "downloads/" not in text_of(world, CHAPTER, NOTHING_MADE)
    assert "This copy of the site holds no PDF and EPUB files." in text_of(world, "docs/about/files.md", NOTHING_MADE)


def test_each_form_of_the_whole_site_stands_with_its_use_size_and_hash(world: Path, tmp_path: Path) -> None:
    for form in OFFLINE_FORMS:
        (tmp_path / form.name("1.2")).write_bytes(form.title.encode() * 100_000)
    (tmp_path / "go-local-offline-1.1.zip").write_bytes(b"older")
    copies = copies_in(tmp_path, "1.2")
    text = text_of(world, "docs/about/files.md", Made(copies=tuple(copies)))
    for copy in copies:
        assert f"**[{copy.form.title}](../downloads/{copy.form.name('1.2')}) (" in text
        assert f"{copy.form.use} SHA-256 `{hashlib.sha256(copy.download.path.read_bytes()).hexdigest()}`" in text
    assert [copy.form for copy in copies] == [*OFFLINE_FORMS]
    assert "1.1" not in text
    assert text.count("MB)") == len(OFFLINE_FORMS)


def test_a_copy_offers_no_other(world: Path) -> None:
    text = text_of(world, "docs/about/files.md", NOTHING_MADE)
    assert "This is a copy of the site itself" in text
    assert "downloads/" not in text


def test_forms_to_fill_in_are_no_publications(world: Path, tmp_path: Path) -> None:
    (tmp_path / "worksheet-warm-homes-plan.docx").write_bytes(b"PK")
    text = text_of(world, "docs/about/files.md", Made(publications=Published.of(tmp_path)))
    assert "This copy of the site holds no PDF and EPUB files." in text


def test_a_second_form_stands_behind_the_first_with_its_use(world: Path, made: Made, tmp_path: Path) -> None:
    (tmp_path / "publications/chapter-warm-homes.epub").write_bytes(b"PK")
    both = Made(publications=Published.of(tmp_path / "publications"))
    text = text_of(world, CHAPTER, both)
    files = "[PDF](../../docs/downloads/chapter-warm-homes.pdf) (1.2 MB), [EPUB](../../docs/downloads/chapter-warm-homes.epub) (1 kB)"
    assert f":   {files}\n" in text
    panel = text.partition("## Take this text with you")[2].partition("\n## ")[0]
    assert panel.count("SHA-256") == 2
    assert "To read on a telephone" in panel


def test_files_stand_where_pages_say(made: Made) -> None:
    assert list(made.files.values()) == ["docs/downloads/chapter-warm-homes.pdf"]


def test_publications_know_their_texts_in_order(world: Path) -> None:
    found = {publication.name: publication for publication in publications(check(world).catalogue)}
    chapter = found["chapter-warm-homes"]
    assert [path.rpartition("/")[2] for path in chapter.paths[:6]] == [
        "index.md",
        "why.md",
        "prepare.md",
        "practise.md",
        "sustain.md",
        "easy.md",
    ]
    assert len(chapter.paths) > 6
    assert not any(name.startswith("hrgl") for name in found)
