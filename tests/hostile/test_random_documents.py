"""Twenty thousand random and damaged documents are read, checked and rendered: nothing fails, nothing hangs, nothing harmful comes out."""

from __future__ import annotations

import atexit
import faulthandler
import os
import shutil
import signal
import tempfile
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import markdown
import pytest
from lxml import html
from mkdocs.config import load_config
from tests.hostile.attacks import dangers
from tests.hostile.mutations import data_file, document

import golocal.checks
from golocal.checks.judge import apply
from golocal.checks.run import check
from golocal.content.catalogue import Catalogue
from golocal.content.corpus import Document, read_data_file, read_document
from golocal.findings import Scope, all_rules
from golocal.rendering.identity import Identity
from golocal.rendering.page_tree import OWN_EXTENSION
from golocal.rendering.pages import documents, library
from golocal.rendering.pages.page import Workshop
from golocal.rendering.site import Site

assert golocal.checks  # importing it registers the rules

REPOSITORY = Path(__file__).parents[2]
WORLD = REPOSITORY / "tests/world"
DOCUMENTS = 20_000
CHUNK = 250
IDENTITY = Identity("Go Local", "Independent.", "CC BY-SA 4.0")
SECONDS = 5.0
"""For one document. The slowest take a tenth of a second."""
PAGE = "docs/about/page.md"


class TooSlow(BaseException):
    """A document took longer than its time; no `except Exception` in the code under test can hide it."""


@cache
def originals() -> list[str]:
    """The documents of the repository and of the invented world."""
    folders = [REPOSITORY / name for name in ("docs", "toolkit", "volumes")] + [WORLD]
    return [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.rglob("*.md"))]


@cache
def data_files() -> dict[str, str]:
    """The data files of the invented world, without its vocabularies, by path."""
    files = {path.relative_to(WORLD).as_posix(): path.read_text(encoding="utf-8") for path in WORLD.rglob("*.yml")}
    return {path: text for path, text in files.items() if "/vocabularies/" not in path}


@cache
def root() -> Path:
    """A copy of the invented world with the settings of this repository."""
    place = Path(tempfile.mkdtemp()) / "world"
    shutil.copytree(WORLD, place)
    shutil.copyfile(REPOSITORY / "mkdocs.yml", place / "mkdocs.yml")
    atexit.register(shutil.rmtree, place.parent, ignore_errors=True)
    return place


@cache
def workshop() -> Workshop:
    """The tools that make pages, with the records of the invented world."""
    return Site(root(), check(root()).catalogue, IDENTITY, preview=True).workshop


@cache
def extensions() -> tuple[list[str], dict[str, Any]]:
    """The Markdown extensions of the site and their settings."""
    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    return config.markdown_extensions, {**config.mdx_configs, OWN_EXTENSION: {"root": str(WORLD), "page": PAGE}}


def treat(text: str) -> list[str]:
    """Read, check and render a document as a build does, findings or not; what is harmful in the page."""
    catalogue = workshop().catalogue
    source = read_document(PAGE, text, catalogue.corpus.vocabularies)
    rules = all_rules()
    for finding in [*apply(rules, Scope.SOURCE, source), *apply(rules, Scope.DOCUMENT, source)]:
        assert finding.line >= 1 and finding.column >= 1 and finding.message and finding.path == PAGE
    apply(rules, Scope.RELATION, source, catalogue)
    if any(fault.kind == "too-complex" for fault in source.faults):
        return []
    return harm_in(expanded(source, text))


def expanded(source: Document, text: str) -> str:
    """The page as plain Markdown; the parts around the text only where the front matter is accepted."""
    if isinstance(source.front.get("title"), str) and not source.model_faults:
        return documents.body(workshop(), source, text, "")
    return workshop().expander.body(source, text)


def treat_data(path: str, text: str) -> list[str]:
    """Read and check a data file as one of the invented world, and make all pages of its records; what is harmful in them."""
    world = workshop().catalogue.corpus
    data = read_data_file(path, text, world.vocabularies)
    catalogue = Catalogue(replace(world, data={**world.data, path: data}))
    rules = all_rules()
    found = [*apply(rules, Scope.SOURCE, data), *apply(rules, Scope.CATALOGUE, catalogue)]
    for source in catalogue.corpus.sources():
        found += apply(rules, Scope.RELATION, source, catalogue)
    if found:
        return []
    pages = library.pages(Site(root(), catalogue, IDENTITY, preview=True).workshop)
    return [harm for page in pages for harm in harm_in(page.text)]


def harm_in(text: str) -> list[str]:
    """What is harmful in the rendered text."""
    names, settings = extensions()
    output = markdown.Markdown(extensions=names, extension_configs=settings).convert(text)
    tree = html.fragment_fromstring(output, create_parent="div")
    for figure in tree.xpath("//svg[contains(@class, 'figure')]"):
        figure.drop_tree()  # the one of the invented world; hostile ones have tests of their own
    return dangers(tree)


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TooSlow after that time; where even that cannot be raised, end the process with all its stacks."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlow(f"more than {seconds} s")

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    faulthandler.dump_traceback_later(3 * seconds, exit=True)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()


def troubles(first: int) -> list[str]:
    """What goes wrong with the documents of a chunk of seeds."""
    found = []
    for seed in range(first, first + CHUNK):
        try:
            with limited(SECONDS):
                harm = (
                    treat_data(*data_file(seed, data_files())) if seed % 20 == 0 else treat(document(seed, originals()))
                )
        except (Exception, TooSlow):
            harm = [traceback.format_exc(limit=-4)]
        found += [f"document({seed}): {one}" for one in harm]
    return found


@pytest.mark.slow
def test_no_document_does_harm() -> None:
    root()  # made before the processes part, so that they share it
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = [one for chunk in pool.map(troubles, range(0, DOCUMENTS, CHUNK)) for one in chunk]
    assert found == []


def test_some_documents_do_no_harm() -> None:
    assert troubles(DOCUMENTS) == []


@pytest.mark.parametrize("text", ["<script>", "a", ""])
def test_the_same_seed_makes_the_same_document(text: str) -> None:
    assert document(7, [text]) == document(7, [text])
    assert document(7, [text]) != document(8, [text])


def test_a_hang_would_be_seen() -> None:
    with pytest.raises(TooSlow), limited(0.05):
        while True:
            pass
