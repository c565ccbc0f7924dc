"""Which publications there are, of which texts: each chapter, volume of papers and learning path, the tasks, the whole toolkit."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import Document
from golocal.content.dates import days_of
from golocal.content.sequences import articles, chapter_pages, tasks

TASKS, TOOLKIT = "docs/tasks/index.md", "toolkit/index.md"


@dataclass(frozen=True)
class Text:
    """A page in a publication.

    Attributes:
        path: repository path of the page.
        level: of its title, 1 for the highest.
        title: in place of its own; empty for its own.
    """

    path: str
    level: int = 1
    title: str = ""


@dataclass(frozen=True)
class Publication:
    """Texts that are published together as one file for each form.

    Attributes:
        name: of the file, without the ending.
        page: repository path of the page that offers it for download.
        label: what stands above the title: what it is.
        texts: in their order.
        contents: levels of headings that its contents show.
    """

    name: str
    page: str
    label: str
    title: str
    summary: str
    texts: tuple[Text, ...]
    contents: int = 2

    @property
    def paths(self) -> tuple[str, ...]:
        """Repository paths of all texts."""
        return tuple(text.path for text in self.texts)

    def date(self, catalogue: Catalogue) -> datetime.date | None:
        """The newest date that one of its texts names."""
        days = [day for path in self.paths for day in days_of(catalogue.corpus.documents[path])]
        return max(days, default=None)


def publications(catalogue: Catalogue) -> list[Publication]:
    """All publications, the toolkit first. Records of the works of others are none of ours, and have none."""
    known = catalogue.corpus.documents
    chapters = [*_chapters(catalogue)]
    found = [_toolkit(known[TOOLKIT], chapters)] if TOOLKIT in known and chapters else []
    found += chapters
    found += [_tasks(catalogue, known[TASKS])] if TASKS in known and catalogue.of_kind("task") else []
    return [*found, *_papers(catalogue), *_paths(catalogue)]


def _chapters(catalogue: Catalogue) -> Iterator[Publication]:
    for entry in sorted(catalogue.of_kind("chapter"), key=lambda entry: int(entry.data["number"])):
        folder = posixpath.dirname(entry.path)
        parts, sheets = chapter_pages(catalogue.corpus.documents, folder)
        texts = (Text(entry.path, title="About this chapter"), *map(Text, [*parts, *sheets]))
        label = f"Toolkit, chapter {entry.data['number']}"
        yield Publication(f"chapter-{posixpath.basename(folder)}", entry.path, label, entry.title, entry.summary, texts)


def _toolkit(index: Document, chapters: list[Publication]) -> Publication:
    texts = [Text(index.path, title="About the toolkit")]
    for chapter in chapters:
        first, *others = chapter.texts
        texts += [replace(first, title=""), *(replace(text, level=2) for text in others)]
    return Publication("toolkit", index.path, "All chapters", index.title, index.summary, tuple(texts))


def _tasks(catalogue: Catalogue, index: Document) -> Publication:
    texts = (Text(index.path, title="About these tasks"), *(Text(task.path) for task in tasks(catalogue)))
    return Publication("tasks", index.path, "All tasks", index.title, index.summary, texts, contents=1)


def _papers(catalogue: Catalogue) -> Iterator[Publication]:
    for entry in sorted(catalogue.of_kind("paper"), key=lambda entry: int(entry.data["number"])):
        folder = posixpath.dirname(entry.path)
        texts = (Text(entry.path, title="About this issue"), *map(Text, articles(catalogue.corpus.documents, folder)))
        yield Publication(posixpath.basename(folder), entry.path, "Paper series", entry.title, entry.summary, texts)


def _paths(catalogue: Catalogue) -> Iterator[Publication]:
    for entry in catalogue.of_kind("learning-path"):
        name = f"path-{entry.key.id}"
        yield Publication(name, entry.path, "Learning path", entry.title, entry.summary, (Text(entry.path),))
