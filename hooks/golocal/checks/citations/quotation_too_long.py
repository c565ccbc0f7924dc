"""A quotation has at most 60 words.

Helps: the reader, who wants to know what a text means for the town; the author who is quoted, whose rights end where short quotation ends.

Why: we report what others write in our own words and send the reader to the original. A short quotation gives the words that matter; a long one is a copy.

Wrong (docs/about/method.md):

    The report says: "Every town that took part in the winter count sent two people to every street, asked at every door how warm the rooms were, wrote the answer down in a list that no other office could see, came back after a week with a thermometer, and compared what people had said with what the thermometer showed, so that nobody had to prove anything twice" [@invented2020coalition].

Right (docs/about/method.md):

    In each street two people asked at every door and came back with a thermometer, "so that nobody had to prove anything twice" [@invented2020coalition].

Fix: keep the words that matter between the quotation marks, say the rest in your own words, and cite the place.

Exceptions: text to adopt, set off as a block, is ours and may be long: in tasks and worksheets, and wherever it leaves blanks such as `(date)`. A citation beside it makes it a quotation. Single quotation marks, and quotations that go on over several paragraphs, are not seen.
"""

import re
from collections.abc import Iterator

from golocal.checks.citations.common import Cited
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.reading.blocks import Block
from golocal.reading.positions import positions_of

ID = "quotation-too-long"
MOST_WORDS = 60
LEAST_LENGTH = 2 * MOST_WORDS  # sixty words and the spaces between them
CURLY = re.compile(rf"“([^“”]{{{LEAST_LENGTH},}})”")
NO_WORDS = re.compile(r"\[[^\[\]@]*@[^\[\]]*\]|\]\([^()\s]*\)|^[ ]{0,3}>", re.MULTILINE)
WORD = re.compile(r"\w[\w'’-]*")


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation of too many words."""
    prose = source.source.prose
    if not any(sign in prose for sign in '"“>'):
        return
    cited, positions = Cited(source), positions_of(source.source.text)
    spans = [(block.start, block.end) for block, _ in cited.set_off()]
    spans += [span for block in cited.blocks if block.kind != "quotation" for span in _in_marks(prose, block)]
    for start, end in spans:
        words = len(WORD.findall(NO_WORDS.sub(" ", prose[start:end])))
        if words > MOST_WORDS:
            message = f"the quotation has {words} words; the limit is {MOST_WORDS}"
            help = "quote the words that matter and say the rest in your own"
            yield rule_named(ID).at(source, *positions.place(start), message, help)


def _in_marks(prose: str, block: Block) -> Iterator[tuple[int, int]]:
    """Long spans between quotation marks; straight ones only where they pair up."""
    for match in CURLY.finditer(prose, block.start, block.end):
        yield match.span()
    if prose.count('"', block.start, block.end) % 2 == 0:
        marks = [match.start() for match in re.compile('"').finditer(prose, block.start, block.end)]
        yield from (
            (first, second + 1)
            for first, second in zip(marks[::2], marks[1::2], strict=True)
            if second - first > LEAST_LENGTH
        )
