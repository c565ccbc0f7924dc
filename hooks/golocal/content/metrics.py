"""Figures about the knowledge base itself: how much there is, on what it rests, what nobody uses. None of them is a fault."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import Document
from golocal.reading.files import read_text
from golocal.reading.markdown import prose_mask

_TARGET = re.compile(r"\]\([^()\s]*\)|\[[^\[\]@]*@[^\[\]]*\]")
_WORD = re.compile(r"[^\W_][\w'’-]*")


@dataclass(frozen=True)
class Metrics:
    """What was counted. Every mapping is sorted by its key.

    Attributes:
        documents: number of documents by kind.
        words: words of the texts by kind, without front matter, code, citations and addresses of links.
        published_without_reviewer: published documents, generated ones included, that no practitioner has reviewed.
        sources_by_reading: number of sources by how much of them was read.
        sources_never_cited: keys of the sources that no text and no record names.
        practices_by_evidence: number of practices by kind of report; `..., independent` where it comes from outside.
        practices_by_state: number of practices by state.
        waivers: number of exceptions by rule.
    """

    documents: dict[str, int]
    words: dict[str, int]
    published_without_reviewer: int
    sources_by_reading: dict[str, int]
    sources_never_cited: list[str]
    practices_by_evidence: dict[str, int]
    practices_by_state: dict[str, int]
    waivers: dict[str, int]


def measure(root: Path, catalogue: Catalogue) -> Metrics:
    """Count what is in the catalogue of the repository at `root`; the texts are read anew for their words.

    Raises:
        OSError: a text cannot be read.
    """
    documents = list(catalogue.corpus.documents.values())
    sources = catalogue.of_kind("reference")
    practices = [entry.data for entry in catalogue.of_kind("practice")]
    words: Counter[str] = Counter()
    for document in documents:
        words[document.kind] += _words(root, document)
    return Metrics(
        documents=_counted(document.kind for document in documents),
        words=dict(sorted(words.items())),
        published_without_reviewer=sum(d.status == "published" and not d.front.get("reviewed_by") for d in documents),
        sources_by_reading=_counted(entry.data.get("read") for entry in sources),
        sources_never_cited=[entry.key.id for entry in sources if entry.key not in catalogue.incoming],
        practices_by_evidence=_counted(_evidence(data.get("evidence")) for data in practices),
        practices_by_state=_counted(data.get("state") for data in practices),
        waivers=_counted(waiver.rule for source in catalogue.corpus.sources() for waiver in source.waivers),
    )


def _words(root: Path, document: Document) -> int:
    text, _ = read_text((root / document.path).read_bytes())
    prose = prose_mask(text, document.source.body)
    return len(_WORD.findall(_TARGET.sub(" ", prose)))


def _counted(values: Iterable[Any]) -> dict[str, int]:
    return dict(sorted(Counter(str(value) for value in values).items()))


def _evidence(evidence: Any) -> str:
    if not isinstance(evidence, dict):
        return "None"
    independent = evidence.get("independent") in ("yes", "true")
    return f"{evidence.get('report')}{', independent' if independent else ''}"
