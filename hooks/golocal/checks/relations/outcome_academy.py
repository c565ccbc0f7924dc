"""An outcome document stands in the folder of the Academy that it names.

Helps: the reader of an Academy, who finds its outcome document beside it.

Why: the folder says to which edition an outcome belongs, and its front matter says it again. If they differ, the page of one edition shows the outcome of another.

Wrong (docs/academy/2030-cold-cities/outcome.md):

    ---
    title: Outcome document of the Academy 2030
    summary: What the coalition's news post reports of the outcome document of the Academy.
    status: published
    provenance: digest
    version: "1.0"
    published: 2031-06-20
    review_due: 2033-06-20
    contents: not-seen
    as_summarised_by: [invented2020coalition]
    of: 2031-warm-cities
    ---

    Only a post was read [@invented2020coalition].

Right (docs/academy/2031-warm-cities/outcome.md):

    ---
    title: Outcome document of the Academy 2031
    summary: What the coalition's news post reports of the outcome document of the Academy.
    status: published
    provenance: digest
    version: "1.0"
    published: 2031-06-20
    review_due: 2033-06-20
    contents: not-seen
    as_summarised_by: [invented2020coalition]
    of: 2031-warm-cities
    ---

    Only a post was read [@invented2020coalition].

Fix: move the file into the folder of its Academy, or correct `of`.
"""

from collections.abc import Iterator

from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named

ID = "outcome-academy-disagree"


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for an outcome document whose `of` is not its folder."""
    named = source.front.get("of")
    if source.kind == "outcome" and isinstance(named, str) and named != source.id:
        message = f"the folder says that this is the outcome of `{source.id}`, the front matter says `{named}`"
        help = f"move the file to docs/academy/{named}/outcome.md, or write `of: {source.id}`"
        yield rule_named(ID).at(source, *source.place_of("of"), message, help)
