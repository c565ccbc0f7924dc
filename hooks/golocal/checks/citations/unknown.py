"""A citation names a source that stands in docs/data/references/.

Helps: the reader who wants to check a claim; the editor who mistyped a key.

Why: no fact without a source, and no source that nobody can find.

Wrong (docs/about/method.md):

    Cities joined the coalition [@invented2020coaliton].

Right (docs/about/method.md):

    Cities joined the coalition [@invented2020coalition].

Fix: take the closest key that the help names, or add the source to a file in docs/data/references/.
"""

from collections.abc import Iterator

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.findings.hints import in_words, nearest

ID = "citation-unknown"


@rule(ID, Scope.RELATION)
def check(source: Document | DataFile, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each key, in text or in a record, that no source has."""
    for mention in catalogue.mentions(source):
        if mention.target.kind == "reference" and mention.target not in catalogue.entries:
            close = nearest(mention.target.id, [entry.key.id for entry in catalogue.of_kind("reference")])
            help = (
                f"the closest keys are {in_words(close)}"
                if close
                else "add the source to a file in docs/data/references/"
            )
            message = f"no source has the key `{mention.target.id}`"
            yield rule_named(ID).at(source, mention.line, mention.column, message, help)
