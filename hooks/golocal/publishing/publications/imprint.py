"""What a publication says of itself: on its cover, in its imprint, in the data of its file."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from golocal.publishing.publications.quotes import typographic
from golocal.rendering.citing.citable import Citable, citation_key
from golocal.rendering.kind_names import ONE
from golocal.rendering.licence import CC0
from golocal.rendering.pages.apparatus import citable_document
from golocal.rendering.publications import Publication
from golocal.rendering.site import Site

FREE = {"worksheet": f"worksheets {CC0}", "task": f"the sections “Words to use” {CC0}"}
"""What has another licence in a publication with texts of a kind, as LICENSES/README.md says."""


class NoDate(Exception):
    """A publication none of whose texts names a date; the text says which."""


@dataclass(frozen=True)
class Imprint:
    """Facts of a publication.

    Attributes:
        label: what it is, above its title.
        language: as `en` or `pt-BR`.
        author: the project as a body.
        version: of its first text; empty where that has none.
        date: newest change of any of its texts; it is the date of the file as well.
        reviewed: who reviewed it, in words.
        independence: the sentence that stands on every publication.
        licence: in words.
        cited: the publication as something to cite.
    """

    label: str
    title: str
    summary: str
    language: str
    author: str
    version: str
    date: datetime.date
    reviewed: str
    independence: str
    licence: str
    cited: Citable

    @classmethod
    def of(cls, site: Site, publication: Publication, language: str) -> Imprint:
        """The facts that the texts of a publication and the settings of the site name. Raises NoDate."""
        documents = [site.catalogue.corpus.documents[path] for path in publication.paths]
        date = publication.date(site.catalogue)
        if date is None:
            raise NoDate(f"{publication.page}: neither this page nor another of its publication names a date")
        identity = site.workshop.identity
        kinds = {document.kind for document in documents}
        return cls(
            label=publication.label,
            title=typographic(publication.title),
            summary=typographic(publication.summary),
            language=language,
            author=identity.name,
            version=str(documents[0].front.get("version") or ""),
            date=date,
            reviewed=_reviewed([document.front.get("reviewed_by") for document in documents]),
            independence=identity.independence,
            licence="; ".join([identity.licence, *(words for kind, words in FREE.items() if kind in kinds)]),
            cited=_citable(site, publication, date),
        )


def _reviewed(reviewers: list[object]) -> str:
    names = list(dict.fromkeys(str(reviewer) for reviewer in reviewers if reviewer))
    if not names:
        return "Not yet reviewed by a practitioner"
    whole = "Reviewed" if all(reviewers) else "Reviewed in part"
    return f"{whole} by {'; '.join(names)}"


def _citable(site: Site, publication: Publication, date: datetime.date) -> Citable:
    workshop = site.workshop
    document = site.catalogue.corpus.documents[publication.page]
    if document.kind in ONE:
        return replace(citable_document(workshop, document), date=date)
    return Citable(
        key=citation_key("publication", publication.name),
        author=workshop.identity.name,
        title=publication.title,
        kind=publication.label,
        version=str(document.front.get("version") or ""),
        date=date,
        status=document.status,
        independence=workshop.identity.independence,
        address=workshop.identity.address_of(publication.page),
    )
