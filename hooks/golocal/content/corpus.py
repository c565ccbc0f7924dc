"""Everything that was read: Markdown documents and data files, each with what reading and the model found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from golocal.content.fields import Vocabularies
from golocal.content.kinds import DOCUMENT_MODELS, RECORD_MODELS
from golocal.content.locallinks import local_links
from golocal.content.locations import RAW_DATA, data_kind, identify
from golocal.content.mentions import RecordKey, in_document, in_record, named
from golocal.content.validation import ModelFault, validate
from golocal.reading.codes import codes_in_values
from golocal.reading.files import SourceFile
from golocal.reading.markdown import Source, read_markdown, turned_around
from golocal.reading.parts import Fault, IndicatorCode, Waiver
from golocal.reading.yamltree import YamlTree, read_yaml, yaml_waivers

UNREAD = frozenset({"front-matter-absent", "front-matter-size", "yaml-syntax", "yaml-depth", "yaml-feature"})
STATUSES = ("draft", "review", "published", "archived")


class Outline(NamedTuple):
    """What every run needs of a source.

    Attributes:
        front: front matter, or the records of a data file by id.
        anchors: anchors of the page.
        outgoing: what the source names: records as `kind:id#anchor`, files as `path#anchor`; each once.
    """

    front: dict[str, Any]
    anchors: frozenset[str]
    outgoing: frozenset[str]
    waivers: list[Waiver]


Content = TypeVar("Content")


class Judged(Generic[Content]):
    """A source with its outline at hand; what was read and refused is loaded only when a rule or a page asks for it."""

    def __init__(self, path: str, outline: Outline, load: Callable[[], tuple[Content, list[ModelFault]]]) -> None:
        self.path = path
        self.waivers = outline.waivers
        self.outgoing = outline.outgoing
        self._load = load

    @cached_property
    def _read(self) -> tuple[Content, list[ModelFault]]:
        return self._load()

    @property
    def model_faults(self) -> list[ModelFault]:
        """What the model refuses."""
        return self._read[1]


class Document(Judged[Source]):
    """A Markdown document of one kind."""

    def __init__(self, path: str, outline: Outline, load: Callable[[], tuple[Source, list[ModelFault]]]) -> None:
        super().__init__(path, outline, load)
        self.kind, self.id = identify(path)
        self.front = outline.front
        self.anchors = outline.anchors

    @property
    def source(self) -> Source:
        """The scan of the text."""
        return self._read[0]

    @property
    def faults(self) -> list[Fault]:
        """What reading could not accept."""
        return self.source.faults

    @property
    def codes(self) -> list[IndicatorCode]:
        """Codes of indicators in the text."""
        return self.source.codes

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

    def place_of(self, *path: str | int) -> tuple[int, int]:
        """Line and column of a front matter value."""
        return self.source.front.place_of(path)


class DataFile(Judged[YamlTree]):
    """A YAML file of records of one kind: a mapping from id to record."""

    status = "published"

    def __init__(self, path: str, outline: Outline, load: Callable[[], tuple[YamlTree, list[ModelFault]]]) -> None:
        super().__init__(path, outline, load)
        self.kind = data_kind(path)
        self.records = records_in(outline.front)

    @property
    def tree(self) -> YamlTree:
        """The file with the place of every key and value."""
        return self._read[0]

    @property
    def faults(self) -> list[Fault]:
        """What reading could not accept."""
        return self.tree.faults

    @property
    def codes(self) -> list[IndicatorCode]:
        """Codes of indicators in the records."""
        return data_codes(self.kind, self.tree)


@dataclass
class Corpus:
    """All sources of a repository.

    Attributes:
        figures: why an SVG file is refused, by its path; an empty text where it is accepted.
        undescribed: elements that a figure lacks, each with its name in words, by the path of the figure.
        pixels: width and height of an image by its path; None where they cannot be read.
        vocabularies: allowed values by the name of their list, each with its entry.
    """

    files: list[SourceFile]
    documents: dict[str, Document] = field(default_factory=dict)
    data: dict[str, DataFile] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    undescribed: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    pixels: dict[str, tuple[int, int] | None] = field(default_factory=dict)
    vocabularies: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def publishable(self) -> frozenset[str]:
        """Paths of the files that a site may hold: seen by the checks, in no trouble, no refused figure, no raw data."""
        return frozenset(
            file.path
            for file in self.files
            if not (file.trouble or self.figures.get(file.path) or file.path.startswith(RAW_DATA))
        )

    @property
    def linkable(self) -> frozenset[str]:
        """Paths that a link may name: what is publishable, and refused figures, which have a finding of their own."""
        return self.publishable | {path for path, trouble in self.figures.items() if trouble}

    def sources(self) -> Iterator[Document | DataFile]:
        """Documents, then data files, by path."""
        yield from self.documents.values()
        yield from self.data.values()


def records_in(value: Any) -> dict[str, dict[str, Any]]:
    """Records of a data file by id; what has not the form of a record is left out."""
    return {id: record for id, record in value.items() if isinstance(record, dict)} if isinstance(value, dict) else {}


def read_document(path: str, text: str, vocabularies: Vocabularies) -> Document:
    """Read and validate one Markdown source."""
    kind = identify(path).kind
    source = read_markdown(text)
    faults: list[ModelFault] = []
    if not UNREAD & {fault.kind for fault in source.faults}:
        faults = validate(DOCUMENT_MODELS[kind], source.front.value, source.front, (), vocabularies)
    front = source.front.value if isinstance(source.front.value, dict) else {}
    anchors = frozenset(heading.slug for heading in source.headings)
    names = [mention.name for mention in in_document(source, kind)] + [link.name for link in local_links(path, source)]
    names += [named(RecordKey("indicator", code.id)) for code in source.codes]
    return Document(path, Outline(front, anchors, frozenset(names), source.waivers), lambda: (source, faults))


def read_data_file(path: str, text: str, vocabularies: Vocabularies) -> DataFile:
    """Read and validate one data file; a file in an unknown folder has the kind "" and no model."""
    tree, kind = read_yaml(text), data_kind(path)
    faults = _record_faults(kind, tree, vocabularies)
    tree.faults += turned_around(text)
    value = tree.value if isinstance(tree.value, dict) else {}
    names = [mention.name for id, record in value.items() for mention in in_record(record, kind, (id,), tree)]
    names += [named(RecordKey("indicator", code.id)) for code in data_codes(kind, tree)]
    return DataFile(path, Outline(value, frozenset(), frozenset(names), yaml_waivers(text)), lambda: (tree, faults))


def data_codes(kind: str, tree: YamlTree) -> list[IndicatorCode]:
    """Codes of indicators in the texts of records; titles of sources are not ours and may hold anything."""
    return codes_in_values(tree) if kind not in ("reference", "vocabulary") else []


def _record_faults(kind: str, tree: YamlTree, vocabularies: Vocabularies) -> list[ModelFault]:
    if not kind or UNREAD & {fault.kind for fault in tree.faults}:
        return []
    if not isinstance(tree.value, dict):
        return [ModelFault("wrong-type", 1, 1, "", str(tree.value)[:60], "a mapping from id to record")]
    model = RECORD_MODELS[kind]
    return [fault for id, record in tree.value.items() for fault in validate(model, record, tree, (id,), vocabularies)]
