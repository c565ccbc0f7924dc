"""A quotation that is set off as a block is cited.

Helps: the reader who wants to look the words up where they stand.

Why: words of others without a source cannot be checked, and words of ours that look like a quotation put something into somebody's mouth.

Wrong (docs/about/method.md):

    The coalition wrote:

    > A cold home is a matter of rights.

Right (docs/about/method.md):

    The coalition wrote:

    > A cold home is a matter of rights [@invented2020coalition, p. 3].

Fix: cite the place in the quotation, or in the sentence before or after it; if the words are ours, write them as a plain paragraph.

Exceptions: text to adopt is ours: in tasks and worksheets, and wherever it leaves blanks such as `(date)`. Callouts are no quotations. Quotations inside of a sentence are not looked at, because quotation marks also stand around titles, questions and examples.
"""

from collections.abc import Iterator

from golocal.checks.citations.common import Cited
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, Severity, rule, rule_named
from golocal.reading.positions import positions_of

ID = "quotation-without-citation"
HELP = "add the citation, such as `[@key, p. 3]`; words of our own are no quotation: take the `>` away"


@rule(ID, Scope.DOCUMENT, settled=Severity.WARNING, draft=Severity.WARNING)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each block quotation with no citation in it, before it or after it."""
    if "\n>" not in source.source.prose:
        return
    positions = positions_of(source.source.text)
    for block, cited in Cited(source).set_off():
        if not cited:
            message = "a quotation stands here without its source"
            yield rule_named(ID).at(source, *positions.place(block.start), message, HELP)
