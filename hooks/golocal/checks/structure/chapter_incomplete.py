"""A chapter has all its parts and sections.

Helps: the practitioner who needs the whole way: why, prepare, practise, sustain, an easy page, a worksheet.

Why: the parts of the toolkit are alike, so that a reader who knows one chapter finds everything in the next.

Wrong (toolkit/warm-homes/index.md):

    ---
    title: Warm homes
    summary: How a town finds its cold homes and sees to it that they get warm.
    status: published
    provenance: original
    version: "1.0"
    published: 2026-11-23
    number: 1
    functions: [service-provider]
    commitments: [assessment]
    ---

    ## Key messages

    Count before you pay.

Right (toolkit/warm-homes/index.md):

    ---
    title: Warm homes
    summary: How a town finds its cold homes and sees to it that they get warm.
    status: published
    provenance: original
    version: "1.0"
    published: 2026-11-23
    number: 1
    functions: [service-provider]
    commitments: [assessment]
    ---

    ## Key messages

    Count before you pay.

    ## Who this is for and how long it takes

    For housing offices; one winter.

    ## What it brings

    Fewer cold homes.

    ## Preconditions

    A council that asks.

    ## Limits

    A town does not set the price of gas.

Fix: add the file or the heading that the message names; until then keep the chapter a draft, where this is only a warning.
"""

import posixpath
from collections.abc import Iterator

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, Severity, rule, rule_named

ID = "chapter-incomplete"
PARTS = ("why.md", "prepare.md", "practise.md", "sustain.md", "easy.md")
SECTIONS = (
    "Key messages",
    "Who this is for and how long it takes",
    "What it brings",
    "Preconditions",
    "Limits",
)


@rule(ID, Scope.CATALOGUE, draft=Severity.WARNING)
def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each part or section that a chapter lacks."""
    for document in catalogue.corpus.documents.values():
        if document.kind == "chapter":
            yield from _parts(document, catalogue.corpus.documents)
            headings = {heading.text for heading in document.source.headings if heading.level == 2}
            for section in SECTIONS:
                if section not in headings:
                    yield rule_named(ID).at(
                        document, 1, 1, f"the section `{section}` is missing", f"add a heading `## {section}`"
                    )


def _parts(document: Document, known: dict[str, Document]) -> Iterator[Finding]:
    folder = posixpath.dirname(document.path)
    for part in PARTS:
        if f"{folder}/{part}" not in known:
            yield rule_named(ID).at(document, 1, 1, f"the part `{part}` is missing", f"add {folder}/{part}")
    if not any(path.startswith(f"{folder}/worksheets/") for path in known):
        yield rule_named(ID).at(document, 1, 1, "the chapter has no worksheet", f"add one in {folder}/worksheets/")
