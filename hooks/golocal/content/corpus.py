"""Everything that was read: Markdown documents and data files, each with what reading and the model found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from golocal.content.fields import Vocabularies
from golocal.content.kinds import DOCUMENT_MODELS, RECORD_MODELS
from golocal.content.kinds.common import Model
from golocal.content.locations import data_kind, identify
from golocal.content.validation import ModelFault, validate, without_empty
from golocal.reading.files import SourceFile
from golocal.reading.markdown import Source, read_markdown
from golocal.reading.parts import Fault, Waiver
from golocal.reading.yamltree import YamlTree, read_yaml

STATUSES = ("draft", "review", "published", "archived")
_YAML_WAIVER = re.compile(r"^[ ]*# golocal: allow ([a-z0-9-]+): (\S[^\n]*?)[ ]*$", re.MULTILINE)


@dataclass
class Document:
    """A Markdown document of one kind."""

    path: str
    kind: str
    id: str
    source: Source
    model_faults: list[ModelFault] = field(default_factory=list)

    @property
    def front(self) -> dict[str, Any]:
        """Front matter as plain values; an empty dict where it could not be read."""
        value = self.source.front.value
        return value if isinstance(value, dict) else {}

    @property
    def status(self) -> str:
        """The stage that rules go by; published, the strictest, where none can be read."""
        status = self.front.get("status")
        return status if status in STATUSES else "published"

    @property
    def title(self) -> str:
        """The title, or the path where there is none."""
        title = self.front.get("title")
        return title if isinstance(title, str) else self.path

    @property
    def summary(self) -> str:
        """The summary, or an empty string."""
        summary = self.front.get("summary")
        return summary if isinstance(summary, str) else ""

    @property
    def anchors(self) -> set[str]:
        """All anchors of the page."""
        return {heading.slug for heading in self.source.headings}

    @property
    def faults(self) -> list[Fault]:
        """What reading could not accept."""
        return self.source.faults

    @property
    def waivers(self) -> list[Waiver]:
        """Exceptions that stand in the document."""
        return self.source.waivers

    def place_of(self, *path: str | int) -> tuple[int, int]:
        """Line and column of a front matter value."""
        return self.source.front.place_of(path)

    def validated(self, vocabularies: Vocabularies) -> Model:
        """The front matter as a model; call it on documents without model faults."""
        return DOCUMENT_MODELS[self.kind].model_validate(without_empty(self.front), context=vocabularies)


@dataclass
class DataFile:
    """A YAML file of records of one kind: a mapping from id to record."""

    path: str
    kind: str
    tree: YamlTree
    model_faults: list[ModelFault] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)
    status: str = "published"

    @property
    def records(self) -> dict[str, dict[str, Any]]:
        """Records by id; only those that are mappings."""
        value = self.tree.value
        if not isinstance(value, dict):
            return {}
        return {id: record for id, record in value.items() if isinstance(record, dict)}

    @property
    def faults(self) -> list[Fault]:
        """What reading could not accept."""
        return self.tree.faults


@dataclass
class Corpus:
    """All sources of a repository.

    Attributes:
        figures: why an SVG file is refused, by its path; an empty text where it is accepted.
        vocabularies: allowed values by the name of their list, each with its entry.
    """

    files: list[SourceFile]
    documents: dict[str, Document] = field(default_factory=dict)
    data: dict[str, DataFile] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    vocabularies: dict[str, dict[str, Any]] = field(default_factory=dict)

    def sources(self) -> Iterator[Document | DataFile]:
        """Documents, then data files, by path."""
        yield from self.documents.values()
        yield from self.data.values()


def read_document(path: str, text: str, vocabularies: Vocabularies) -> Document:
    """Read and validate one Markdown source."""
    kind, id = identify(path)
    source = read_markdown(text)
    document = Document(path, kind, id, source)
    unread = {"front-matter-absent", "front-matter-size", "yaml-syntax", "yaml-depth", "yaml-feature"}
    if not unread & {fault.kind for fault in source.faults}:
        document.model_faults = validate(DOCUMENT_MODELS[kind], source.front.value, source.front, (), vocabularies)
    return document


def read_data_file(path: str, text: str, vocabularies: Vocabularies) -> DataFile:
    """Read and validate one data file; a file in an unknown folder has the kind "" and no model."""
    kind = data_kind(path)
    tree = read_yaml(text)
    data = DataFile(path, kind, tree, waivers=_yaml_waivers(text))
    if kind and not tree.faults:
        if not isinstance(tree.value, dict):
            data.model_faults = [
                ModelFault("wrong-type", 1, 1, "", str(tree.value)[:60], "a mapping from id to record")
            ]
            return data
        for id, record in tree.value.items():
            data.model_faults += validate(RECORD_MODELS[kind], record, tree, (id,), vocabularies)
    return data


def _yaml_waivers(text: str) -> list[Waiver]:
    return [
        Waiver(match.group(1), match.group(2), text.count("\n", 0, match.start()) + 1, 1)
        for match in _YAML_WAIVER.finditer(text)
    ]
