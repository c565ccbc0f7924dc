"""Why Typst refused a publication, told at the place in the source where that can be known."""

from __future__ import annotations

import re
from pathlib import Path

from golocal.checks.printing.table_too_wide import measured
from golocal.content.catalogue import Catalogue
from golocal.findings.formats import as_text
from golocal.publishing.pdf.text import PageRefused
from golocal.reading.files import read_text

_TOO_WIDE = re.compile(r"table-too-wide, (?P<path>[^#]+)#(?P<number>\d+), (?P<over>\d+)")


def in_words(name: str, refused: PageRefused, root: Path, catalogue: Catalogue) -> str:
    """A finding as text for a table that was measured; otherwise the name of the publication and what Typst says.

    Raises:
        OSError: the source of the table cannot be read.
    """
    found = _TOO_WIDE.search(str(refused))
    document = catalogue.corpus.documents.get(found["path"]) if found else None
    if found is None or document is None:
        return f"{name}.pdf: {refused}"
    text = read_text((root / document.path).read_bytes())[0]
    return as_text([measured(document, text, int(found["number"]), int(found["over"]))])
