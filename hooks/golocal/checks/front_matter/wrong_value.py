"""Each value has the form that its key asks for.

Helps: the editor who writes a date as people speak it; the reader, whose lists would sort it wrongly.

Why: every value in a source is text; only the model makes dates, numbers, yes and no of it. So nothing is guessed: `NO` stays Norway.

Wrong (docs/about/method.md):

    ---
    title: Method
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    published: 23 November 2026
    ---

Right (docs/about/method.md):

    ---
    title: Method
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    published: 2026-11-23
    ---

Fix: write the value in the form that the help text names.
"""

from collections.abc import Iterator

from golocal.checks.faults import key_in_words, model_faults
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule, rule_named

ID = "front-matter-wrong-value"
TYPOGRAPHIC = tuple("“”„‟«»‘’‚")


@rule(ID, Scope.SOURCE)
def check(source: Document | DataFile) -> Iterator[Finding]:
    """Yield a finding for each value of the wrong form."""
    for fault in model_faults(source, "wrong-type"):
        name = key_in_words(fault.key) if fault.key else "the file"
        message = f"{name} has a value of the wrong form: `{fault.value}`"
        help = f"accepted: {fault.expected}"
        if fault.value[:1] in TYPOGRAPHIC or fault.value[-1:] in TYPOGRAPHIC:
            help += '; typographic quotation marks count as part of the value: write straight ones (") or none'
        yield rule_named(ID).at(source, fault.line, fault.column, message, help)
