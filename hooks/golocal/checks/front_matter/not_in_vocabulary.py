"""Values that readers filter by come from a vocabulary.

Helps: the reader who looks for all practices on housing; the editor, who sees the closest entries.

Why: two spellings of one theme are two themes to a filter. The lists are files in docs/data/vocabularies/, kept by editors.

Wrong (docs/about/method.md):

    ---
    title: Method
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    themes: [buget]
    ---

Right (docs/about/method.md):

    ---
    title: Method
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    themes: [budgeting]
    ---

Fix: take one of the closest entries; to propose a new entry, add it to the vocabulary file in the same pull request and say why.
"""

from collections.abc import Iterator

from golocal.checks.faults import model_faults
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.findings.hints import in_words

ID = "value-not-in-vocabulary"


@rule(ID, Scope.SOURCE)
def check(source: Document | DataFile) -> Iterator[Finding]:
    """Yield a finding for each value that its vocabulary does not hold, with the closest entries."""
    for fault in model_faults(source, "not-in-vocabulary"):
        vocabulary, *close = fault.expected.split()
        message = f"`{fault.value}` is not in docs/data/vocabularies/{vocabulary}.yml"
        if vocabulary == "rights":
            message = f"no right has the code `{fault.value}`"
        yield rule_named(ID).at(source, fault.line, fault.column, message, _help(close, fault.hint))


def _help(close: list[str], hint: str) -> str:
    nearest = f"the closest {'entries are' if len(close) > 1 else 'is'} {in_words(close)}" if close else ""
    return "; ".join(filter(None, (nearest, hint))) or "the vocabulary has no entries"
