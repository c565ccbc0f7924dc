"""Text is UTF-8 without control characters and without signs that turn the direction of text around.

Helps: the reader, to whom an invisible sign can show another text than the one that was checked; the editor whose program saved in an old encoding.

Why: a wrong byte would become a question mark in a name; a direction sign can hide what a line says.

Wrong (docs/about/method.md):

    A line with an invisible \u202e sign.

Right (docs/about/method.md):

    A line without it.

Fix: save the file as UTF-8; remove the invisible sign (the column tells where it stands).
"""

from collections.abc import Iterator

from golocal.checks.faults import reading_faults
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule

ID = "text-encoding"
MESSAGES = {
    "not-utf-8": ("the file is not UTF-8 from here on", "save the file as UTF-8 in your editor"),
    "control-character": (
        "an invisible control character stands here: {detail}",
        "delete the character before this column's text",
    ),
}


@rule(ID, Scope.SOURCE)
def check(source: Document | DataFile) -> Iterator[Finding]:
    """Yield a finding for wrong bytes and control characters."""
    yield from reading_faults(ID, source, MESSAGES)
