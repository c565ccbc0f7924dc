"""A volume and an Academy that name each other agree.

Helps: the reader who goes from the Academy to the volume that opened its debate, and back.

Why: the Centre's cycle runs from a volume to an Academy. Both records name the other; if one of them names a third, a reader lands in a circle that does not close.

Wrong (volumes/hrgl-8/index.md):

    ---
    title: Cold Cities, volume 8
    summary: Catalogue record of an invented volume on heating and the rights of owners.
    status: published
    provenance: record
    version: "1.0"
    published: 2031-03-01
    review_due: 2033-03-01
    contents: not-seen
    as_summarised_by: [invented2020coalition]
    number: 8
    year: 2030
    authors:
      - Coalition of Lantern Towns
    publisher: Lantern Press
    academy: 2031-warm-cities
    ---

    Only a notice of the volume was read [@invented2020coalition].

Right (volumes/hrgl-8/index.md):

    ---
    title: Cold Cities, volume 8
    summary: Catalogue record of an invented volume on heating and the rights of owners.
    status: published
    provenance: record
    version: "1.0"
    published: 2031-03-01
    review_due: 2033-03-01
    contents: not-seen
    as_summarised_by: [invented2020coalition]
    number: 8
    year: 2030
    authors:
      - Coalition of Lantern Towns
    publisher: Lantern Press
    ---

    Only a notice of the volume was read [@invented2020coalition].

Fix: look at both places that the finding names, and correct the one that the sources do not bear out; leave the key out where no source names the other.

Exceptions: one of the two may name the other alone; then the relation holds in both directions.
"""

from collections.abc import Iterator

from golocal.checks.relations.common import said_at
from golocal.content.catalogue import Catalogue
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named

ID = "volume-academy-disagree"


@rule(ID, Scope.CATALOGUE)
def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each volume or Academy whose other side names a third."""
    of_kind = {kind: {d.id: d for d in catalogue.corpus.documents.values() if d.kind == kind} for kind in KEYS}
    for kind, key in KEYS.items():
        for document in of_kind[kind].values():
            other = of_kind[key].get(str(document.front.get(key)))
            named = other.front.get(kind) if other else None
            if other and isinstance(named, str) and named != document.id:
                yield _finding(document, other, key, named)


KEYS = {"volume": "academy", "academy": "volume"}


def _finding(document: Document, other: Document, key: str, named: str) -> Finding:
    message = f"this {document.kind} names the {key} `{other.id}`, which names the {document.kind} `{named}`"
    help = f"see {said_at(other, document.kind)}; correct the one that no source bears out"
    return rule_named(ID).at(document, *document.place_of(key), message, help)
