"""Front matter and records use only keys of their kind.

Helps: the editor who mistypes a key; a misspelled key would otherwise be ignored, and its value lost.

Why: the commonest fault in such collections is a key that nobody reads.

Wrong (docs/about/method.md):

    ---
    title: Method
    summry: How the texts of this knowledge base were made and checked.
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    ---

Right (docs/about/method.md):

    ---
    title: Method
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    ---

Fix: take the nearest key that the message names, or remove the line.
"""

from collections.abc import Iterator

from golocal.checks.faults import key_in_words, model_faults
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.findings.hints import in_words, nearest

ID = "front-matter-unknown-key"


@rule(ID, Scope.SOURCE)
def check(source: Document | DataFile) -> Iterator[Finding]:
    """Yield a finding for each key that the kind does not have."""
    for fault in model_faults(source, "unknown-key"):
        known = fault.expected.split(", ")
        close = nearest(fault.key.rpartition(".")[2], known)
        hint = f"did you mean {in_words(close)}?" if close else f"the keys are {in_words(known)}"
        yield rule_named(ID).at(
            source,
            fault.line,
            fault.column,
            f"{key_in_words(fault.key)} is not a key of this kind ({source.kind})",
            hint,
        )
