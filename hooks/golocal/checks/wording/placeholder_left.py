"""No note to oneself and no filling text is left.

Helps: the reader, who should not meet half a sentence; the editor, who sees what is still open before the text is published.

Why: marks such as `TODO`, `TBD` and `[insert date]`, and filling text such as `lorem ipsum`, are written to be replaced. They are the first thing that is forgotten. A draft that `golocal new` began holds values that nobody has chosen, such as the first region of the list; the remark `# TODO` after them says so.

Wrong (docs/about/method.md):

    The council meets on [insert date]. TODO: ask the clerk.

Right (docs/about/method.md):

    The council meets on the first Monday of the month.

Fix: fill the place in, or leave the sentence out until you know. To keep a note for later, write it into the proposal of your change, not into the text. Where the remark `# TODO` follows a value, write the true value, then delete the remark.

Exceptions: code; empty cells, dotted lines and brackets in worksheets, which are there to be filled in; three times X as a Roman numeral after a word such as Article or Volume.
"""

import re
from collections.abc import Iterator

from golocal.content.corpus import DataFile, Document
from golocal.content.wording import Wording
from golocal.findings import Finding, Scope, Severity, rule, rule_named
from golocal.reading.prose import Passage

ID = "placeholder-left"
HELP = "fill it in, or leave the sentence out until it is known"
OF_SCAFFOLD = "write the true value and delete the remark"
WHOLE = re.compile(r"[Tt]odo|[Tt]bd")
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
    """Yield a finding for each placeholder in text, front matter or records, and for each value with the remark `# TODO`."""
    for passage, found in _placeholders(source, wording):
        message = f"a placeholder is left: `{found.group()[:40]}`"
        yield rule_named(ID).at(source, *passage.place(found.start()), message, HELP)
    yield from _remarks(source)


def _placeholders(source: Document | DataFile, wording: Wording) -> Iterator[tuple[Passage, re.Match[str]]]:
    may_hold = wording.has_capitals or any(sign in wording.small for sign in SMALL)
    patterns = [MARKS] if may_hold and MARKS.search(wording.all) else []
    if "[" in wording.all and source.kind != "worksheet":
        patterns.append(BRACKET)
    for passage in wording.passages if patterns else ():
        for pattern in patterns:
            yield from ((passage, match) for match in pattern.finditer(passage.text))
    if "todo" in wording.small or "tbd" in wording.small:
        values = wording.parts[0].front if isinstance(source, Document) else wording.passages
        whole = ((passage, WHOLE.fullmatch(passage.text)) for passage in values)
        yield from ((passage, match) for passage, match in whole if match)


def _remarks(source: Document | DataFile) -> Iterator[Finding]:
    """Values that the scaffold wrote: the remark beside them is no word of the text, so no passage holds it."""
    tree = source.source.front if isinstance(source, Document) else source.tree
    keys = {line: path[-1] for path, (line, _) in tree.key_marks.items()} if tree.remarks else {}
    for line, column in tree.remarks:
        message = "a remark `TODO` is left"
        if line in keys:
            message = f"`{keys[line]}` still holds the value of the scaffold: write the true one and delete the remark"
        yield rule_named(ID).at(source, line, column, message, OF_SCAFFOLD)
