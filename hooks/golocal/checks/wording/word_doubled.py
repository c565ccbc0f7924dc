"""No word stands twice in a row by mistake.

Helps: the reader, who stumbles; the listener, to whom a screen reader says it twice.

Why: a doubled word mostly remains when a sentence was changed, and then more of the sentence may be wrong. Eyes pass over it, above all at the end of a line.

Wrong (docs/about/method.md):

    The council reads the the report.

Right (docs/about/method.md):

    The council reads the report that it had had printed.

Fix: delete one of the two, and read the sentence again.

Exceptions: "had had" and "that that", and names such as Walla Walla, where both begin with a capital. For another good double put a waiver above the line. Texts in other languages, such as `page.fr.md`, are left alone: there, good doubles are common.
"""

import re
from collections.abc import Iterator
from operator import eq

from golocal.content.corpus import DataFile, Document
from golocal.content.wording import Wording
from golocal.findings import Finding, Scope, Severity, rule, rule_named
from golocal.reading.masking import MARKUP

ID = "word-doubled"
GOOD = frozenset({"had", "that"})
BESIDE = b'.,;:!?()"'
GAP = rf"[{MARKUP}]*\s[\s{MARKUP}]*"
ENDS = r"(?![\w-]|['’]\w)"
DOUBLE = re.compile(rf"(?<![\w'’.-])([^\W\d_]+){GAP}(\1){ENDS}(?:{GAP}\1{ENDS})*", re.IGNORECASE)


@rule(ID, Scope.TEXT, draft=Severity.WARNING)
def check(source: Document | DataFile, wording: Wording) -> Iterator[Finding]:
    """Yield a finding for each word that stands twice."""
    if not wording.in_english or not _may_hold_doubles(wording.small):
        return
    for passage, match in wording.find(DOUBLE):
        first, second = match.groups()
        if first.lower() not in GOOD and not (first[0].isupper() and second[0].isupper()):
            help = f"write `{first}` once, or put a waiver above if it is meant"
            yield rule_named(ID).at(source, *passage.place(match.start(2)), f"`{second}` stands twice", help)


def _may_hold_doubles(text: str) -> bool:
    """Whether two words in a row are equal but for the signs beside them; bytes, because these are dropped fastest there."""
    words = text.encode("ascii", "xmlcharrefreplace").translate(None, BESIDE).split()
    return any(map(eq, words, words[1:]))
