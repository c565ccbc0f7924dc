"""Files stay small: text 200 kB, records 2 MB, other files 1 MB.

Helps: the reader on a slow phone; the offline copy; whoever runs the checks.

Why: a text of 200 kB is a book, and belongs into chapters. A file over its limit is not read at all, so its other faults stay unseen.

Wrong (docs/about/big.md, 300 kB):

    Text.

Right (docs/about/big.md, 20 kB):

    Text.

Fix: divide the text, or put the file elsewhere and link to it.

Exceptions: images have limits of their own in `image-too-large`.
"""

from collections.abc import Iterator

from golocal.checks.files.common import at_file
from golocal.checks.limits import MAX_DATA, MAX_OTHER, PHOTOS
from golocal.content.corpus import Corpus
from golocal.findings import Finding, Scope, rule
from golocal.reading.files import MAX_FILES, MAX_TEXT

ID = "file-too-large"


@rule(ID, Scope.FILE)
def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each file over the limit of its type."""
    for file in corpus.files:
        limit = MAX_TEXT if file.path.endswith(".md") else MAX_DATA if file.path.endswith(".yml") else MAX_OTHER
        if file.size > limit and not file.path.endswith((".svg", *PHOTOS)):
            message = f"the file has {file.size // 1024} kB; the limit is {limit // 1024} kB"
            yield at_file(ID, file, message, "divide the text or the records into several files")
        if file.trouble == "too-many":
            message = f"there are more than {MAX_FILES} files; from this folder on none was read"
            yield at_file(ID, file, message, "keep only what is published in docs/, toolkit/ and volumes/")
