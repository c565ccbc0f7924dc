"""A sentence has at most 45 words.

Helps: the reader on a phone or under stress, the reader whose first language is another, and the translator.

Why: we ask for sentences of mostly fewer than 25 words. Above 45, readers lose the beginning before they reach the end. Such a sentence mostly holds two or three thoughts that can stand alone.

Wrong (docs/about/method.md):

    The office asks the heating company for its list, which the company may give only if the council has adopted a rule, which it must publish, and only if each household was told before the winter that this would happen, by whom, why, and how it can object at the town hall.

Right (docs/about/method.md):

    The office asks the heating company for its list. The company may give it only if the council has adopted and published a rule. Each household was told before the winter what would happen, by whom and why, and how it can object at the town hall.

Fix: find the second thought and begin a new sentence there; turn a row of conditions into a list. Keep each citation with the sentence that it supports.

Exceptions: each list entry, table cell and heading counts for itself. Citations are not counted; code and a link's text are, but not its address. Quotations in a block that cites its source may be as long as they are.
"""

import re
from collections.abc import Iterator

from golocal.content.corpus import DataFile, Document
from golocal.content.wording import Wording
from golocal.findings import Finding, Scope, Severity, rule, rule_named
from golocal.reading.sentences import AROUND, SHORT, is_word, sentences

ID = "sentence-too-long"
LIMIT = 45
HELP = "begin a new sentence at the second thought, or write the parts as a list"
WORD = re.compile(r"\S+")


@rule(ID, Scope.TEXT, settled=Severity.WARNING, draft=Severity.WARNING)
def check(source: Document | DataFile, wording: Wording) -> Iterator[Finding]:
    """Yield a finding for each sentence over the limit."""
    for passage in wording.ours:
        if passage.quoted or _is_short(passage.text):
            continue
        words = passage.text.split()
        offsets: list[int] = []
        for start, end in sentences(words):
            count = sum(map(is_word, words[start:end])) if end - start > LIMIT else 0
            if count > LIMIT:
                offsets = offsets or [match.start() for match in WORD.finditer(passage.text)]
                message = f"the sentence has {count} words; the limit is {LIMIT}"
                yield rule_named(ID).at(source, *passage.place(offsets[start]), message, HELP)


def _is_short(text: str) -> bool:
    """Whether the text, or each piece of it that surely is a sentence, is under the limit: true for most, and quickly seen."""
    if text.count(" ") + text.count("\n") < LIMIT:
        return True
    pieces = text.split(". ")
    return "\n" not in text and not any(piece.count(" ") >= LIMIT or _may_go_on(piece) for piece in pieces)


def _may_go_on(piece: str) -> bool:
    """Whether what stands between two full stops goes on after the second, or before the first."""
    last = piece[piece.rfind(" ") + 1 :]
    return piece[:1].islower() or (len(last) < 12 and SHORT.fullmatch(f"{last.lstrip(AROUND)}.") is not None)
