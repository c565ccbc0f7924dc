"""Spaces, dots, dashes and quotation marks follow one style.

Helps: the reader, whose lines break where they should; the listener, since screen readers pause at proper signs; whoever searches the text, because one sign is written in one way.

Why: a space before a comma, two dots or a missing space show that a sentence was changed in haste. Quotation marks and apostrophes are straight in the sources: every keyboard has them, and searching for `council's` then finds every place.

Wrong (docs/about/method.md):

    The council’s report is late , so we wait... The report--if it comes--is short.

Right (docs/about/method.md):

    The council's report is late, so we wait… The report – if it comes – is short.

Fix: write what the message names. One character for an ellipsis is `…`; a dash is `–` with a space on either side; quotation marks are `"` and `'`.

Exceptions: code, addresses, table borders, and the titles of sources and official titles, which stay as they were published. Texts in other languages, such as `page.fr.md`, follow the style of their language.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from golocal.content.corpus import DataFile, Document
from golocal.content.wording import Wording
from golocal.findings import Finding, Scope, Severity, rule, rule_named

ID = "typography-slip"
ANYWHERE = ("  ", "--", "( ", " )")
SUSPECT = re.compile(r"[.,;:!?](?:(?<=\s.)|(?=[A-Za-z.,;!]))")


class Slip(NamedTuple):
    """A slip: signs of which one must occur, the place, and what to write."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    message: str
    help: str


SLIPS = (
    Slip(("...",), re.compile(r"\.{3,}"), "dots stand for an ellipsis", "write `…`, one character"),
    Slip(
        ("  ",),
        re.compile(r"(?<=[^\s|]) {2,}(?=[^\s|])"),
        "there is more than one space inside the line",
        "write one space",
    ),
    Slip(
        (" ,", " ;", " :", " .", " ?", " !"),
        re.compile(r"(?<=[^\s|>]) +(?:[,;]|(?:[?!.]|(?<=[^\s\d] ):)(?=[\s\"')\]]|\Z))"),
        "a space stands before `{sign}`",
        "write `{sign}` directly after the word",
    ),
    Slip(
        ("--",),
        re.compile(r"(?<=\w)-{2,3}(?=\w)|(?<=[^\s|-] )-{2,3}(?= [^\s|-])"),
        "hyphens stand for a dash",
        "write ` – `, a dash with a space on either side, or a comma or colon",
    ),
    Slip(
        ("’", "‘", "“", "”", "´"),
        re.compile(r"[’‘“”]|(?<=\w)´(?=\w)"),
        "the sources have straight quotation marks, not `{sign}`",
        "write `\"` around quotations, and `'` as an apostrophe or inside a quotation",
    ),
    Slip(
        (".", ",", ";", "!", "?"),
        re.compile(r"\.(?<=[a-z]{2}\.)(?=[A-Z][a-z])|[,;](?<=[a-z)][,;])(?=[a-zA-Z])|[!?](?<=[a-z][!?])(?=[A-Z][a-z])"),
        "a space is missing after `{sign}`",
        "write `{sign}` and a space",
    ),
    Slip(
        (",,", ";;", "..", "!!", ",.", ".,"),
        re.compile(r",,|;;|!!+|(?<![./])\.\.(?![./])|,\.|(?<=[a-z]{4})\.,"),
        "the signs `{sign}` stand together",
        "keep one of them",
    ),
    Slip(
        ("( ", " )"),
        re.compile(r"\((?= +[^\s)])|(?<=[^\s(|]) +\)"),
        "a space stands inside of the bracket",
        "write the bracket directly beside the word",
    ),
)


@rule(ID, Scope.TEXT, settled=Severity.WARNING, draft=Severity.WARNING)
def check(source: Document | DataFile, wording: Wording) -> Iterator[Finding]:
    """Yield a finding for each slip, with what to write instead."""
    if not wording.in_english or not _is_suspect(wording.all):
        return
    for slip in SLIPS:
        if any(sign in wording.all for sign in slip.signs):
            for passage, match in wording.find(slip.pattern):
                sign = match.group().strip()
                message, help = slip.message.format(sign=sign), slip.help.format(sign=sign)
                yield rule_named(ID).at(source, *passage.place(match.start()), message, help)


def _is_suspect(text: str) -> bool:
    """Whether any slip is possible: most texts need not be searched for each."""
    return not text.isascii() or any(sign in text for sign in ANYWHERE) or SUSPECT.search(text) is not None
