"""Every letter can be printed: a font of our publications has it.

Helps: whoever prints or files a text, and reads it there as it was written; the listener, since a letter without a font cannot be read aloud from a PDF.

Why: a letter that no font has would be an empty box on paper, so the PDF is not made at all. The fonts have Latin, Greek, Cyrillic and Arabic letters, the Korean syllables, and the Japanese and Chinese letters used most.

Wrong (docs/data/references/more.yml):

    pune2020plan:
      type: report
      title: योजना
      issued: 2020
      language: hi
      read: part

Right (docs/data/references/more.yml):

    pune2020plan:
      type: report
      title: Plan of the city (descriptive title)
      issued: 2020
      language: hi
      title_language: en
      read: part

Fix: write a letter that the fonts have, or give a title in Latin letters. A Japanese, Korean or Chinese letter more goes into `letters` in `hooks/golocal/publishing/pdf/fonts/vendor.json`; then run `scripts/vendor`. Another script needs a font of its own there and in `document.typ`.

Exceptions: pages that are no part of a publication, such as practices and pages for editors.
"""

from collections.abc import Iterator

from golocal.checks.printing.common import PRINTED
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.reading.positions import positions_of
from golocal.reading.printable import unprintable
from golocal.reading.yamltree import strings_in

ID = "glyph-missing"
WRONG_BYTES = "\ufffd"
"""What reading puts in the place of bytes that are no text; they have a finding of their own."""
HELP = "write it in letters that the fonts have, or add it to the fonts; the page of this rule says how"


@rule(ID, Scope.SOURCE)
def check(source: Document | DataFile) -> Iterator[Finding]:
    """Yield a finding for the first place of each letter that cannot be printed."""
    seen = set[str]()
    for letter, place in _in_data(source) if isinstance(source, DataFile) else _in_document(source):
        if letter not in seen and letter.isprintable() and letter != WRONG_BYTES:
            seen.add(letter)
            yield rule_named(ID).at(source, *place, f"no font has `{letter}` (U+{ord(letter):04X})", HELP)


def _in_document(source: Document) -> Iterator[tuple[str, tuple[int, int]]]:
    text = source.source.text
    if source.path.startswith(PRINTED) and not text.isascii():
        for match in unprintable().finditer(text):
            yield match.group(), positions_of(text).place(match.start())


def _in_data(source: DataFile) -> Iterator[tuple[str, tuple[int, int]]]:
    for path, text in strings_in(source.tree.value):
        if not text.isascii():
            for match in unprintable().finditer(text):
                yield match.group(), source.tree.place_of(path)
