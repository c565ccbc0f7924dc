"""What a citation of a page says. It cites our text; the work of another body is named as the original, never as ours."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Form = Literal["page", "article", "volume"]
LANGUAGE = "en"
"""Language of all our texts (BCP 47)."""
_SAID = {"record": "Catalogue record of", "digest": "Digest of"}


@dataclass(frozen=True)
class Citable:
    """A page of the site as something to cite. All texts are plain, without markup.

    Attributes:
        key: citation key, the same as long as the page keeps its path.
        author: the project as a body.
        title: title of the page.
        provenance: `original`, `digest` or `record`, as in front matter.
        kind: what readers call the page, such as "City practice".
        form: an article in a series, a volume of it, or a page of the site.
        series, number: of an article or volume; empty for a page.
        version: empty where only the edition of the site is dated.
        date: of that version or edition; None where there is none yet.
        status: as in front matter.
        original: address of the work that a record or digest describes; empty where none is known.
        independence: the sentence that says whose publication this is not.
        address: of the page; empty where the site has none.
        summary: what the reader gets, in a sentence or two.
        licence: of the text, in words.
        published: day of the first publication; None where only the edition of the site is dated.
        doi, isbn, issn: identifiers of our own text; empty until one is assigned.
        keywords: of an article.
    """

    key: str
    author: str
    title: str
    kind: str
    provenance: str = "original"
    form: Form = "page"
    series: str = ""
    number: str = ""
    version: str = ""
    date: datetime.date | None = None
    status: str = "published"
    original: str = ""
    independence: str = ""
    address: str = ""
    summary: str = ""
    licence: str = ""
    published: datetime.date | None = None
    doi: str = ""
    isbn: str = ""
    issn: str = ""
    keywords: tuple[str, ...] = ()

    @property
    def full_title(self) -> str:
        """The title; of a record or digest, marked as ours: it is not the work that it describes."""
        said = _SAID.get(self.provenance)
        return f"{said} ‘{self.title}’" if said else self.title

    @property
    def remark(self) -> str:
        """What must not be lost when the citation is copied."""
        work = ""
        if self.provenance in _SAID:
            work = f"Not the work itself (original: {self.original})." if self.original else "Not the work itself."
        return " ".join(filter(None, (work, self.independence)))


def citation_key(kind: str, id: str) -> str:
    """`golocal_practice_niseko-basic-ordinance`. Kinds and ids have no underscore, so no two keys are alike."""
    return "_".join(("golocal", kind, *id.split("/")))
