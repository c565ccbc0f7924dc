"""Source folders hold files, no symbolic links and no special files.

Helps: everyone whose computer builds the site; a link could publish a file from outside the repository.

Why: a site builder follows such links and copies what they lead to, a password file as well as a picture.

Wrong (docs/about/method.md -> ../../outside.md):

    Text.

Right (docs/about/method.md):

    Text.

Fix: copy the file, or link to it in the text by its relative path.
"""

from collections.abc import Iterator

from golocal.checks.files.common import at_file
from golocal.content.corpus import Corpus
from golocal.findings import Finding, Scope, rule

ID = "file-symbolic-link"
MESSAGES = {
    "symbolic-link": "this is a symbolic link",
    "not-a-file": "this is neither a file nor a folder",
    "unreadable": "this cannot be read",
}


@rule(ID, Scope.FILE)
def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each symbolic link, special file, and for what cannot be read; none of them is followed or read."""
    for file in corpus.files:
        if file.trouble in MESSAGES:
            yield at_file(ID, file, MESSAGES[file.trouble], "put the file itself here, or link to it in the text")
