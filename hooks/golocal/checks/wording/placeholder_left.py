"""No note to oneself and no filling text is left.

Helps: the reader, who should not meet half a sentence; the editor, who sees what is still open before the text is published.

Why: marks such as `TODO`, `TBD` and `[insert date]`, and filling text such as `lorem ipsum`, are written to be replaced. They are the first thing that is forgotten.

Wrong (docs/about/method.md):

    The council meets on [insert date]. TODO: ask the clerk.

Right (docs/about/method.md):

    The council meets on the first Monday of the month.

Fix: fill the place in, or leave the sentence out until you know. To keep a note for later, write it into the proposal of your change, not into the text.

Exceptions: code; empty cells, dotted lines and brackets in worksheets, which are there to be filled in; three times X as a Roman numeral after a word such as Article or Volume.
"""

import re
from collections.abc import Iterator

from golocal.content.corpus import DataFile, Document
from golocal.content.wording import Wording
from golocal.findings import Finding, Scope, Severity, rule, rule_named

ID = "placeholder-left"
HELP = "fill it in, or leave the sentence out until it is known"
SMALL = ("lorem ipsum", "dolor sit amet", "???")
MARKS = re.compile(
    r"(?<![\w.@#/-])(?:TODO|TBD|TBC|TBA|FIXME|TKTK|(?<!Article )(?<!Part )(?<!Volume )(?<!Chapter )(?<!Annex )X{3,})(?![\w/-])"
    r"|\b(?i:lorem ipsum|dolor sit amet)\b|\?{3,}"
)
BRACKET = re.compile(
    r"\[(?i:(?:insert|add|to be|placeholder|citation needed|source needed|your)\b[^\[\]\n]{0,100}|\.{3}|…|\?+)\](?![(\[:])"
)


@rule(ID, Scope.TEXT, draft=Severity.WARNING)
def check(source: Document | DataFile, wording: Wording) -> Iterator[Finding]:
    """Yield a finding for each placeholder in text, front matter or records."""
    may_hold = wording.has_capitals or any(sign in wording.small for sign in SMALL)
    patterns = [MARKS] if may_hold and MARKS.search(wording.all) else []
    if "[" in wording.all and source.kind != "worksheet":
        patterns.append(BRACKET)
    for passage in wording.passages if patterns else ():
        for pattern in patterns:
            for match in pattern.finditer(passage.text):
                message = f"a placeholder is left: `{match.group()[:40]}`"
                yield rule_named(ID).at(source, *passage.place(match.start()), message, HELP)
