"""File and folder names use small letters, digits, hyphens and full stops.

Helps: the offline reader, whose USB stick or file system may not know other signs; everyone who types an address.

Why: the path is the identity and the address of a document. README.md is not published in the source folders: the first page of a folder is index.md.

Wrong (docs/about/Our Method.md):

    Text.

Right (docs/about/our-method.md):

    Text.

Fix: rename the file and the links to it.
"""

import re
import unicodedata
from collections.abc import Iterator

from golocal.checks.files.common import at_file
from golocal.content.corpus import Corpus
from golocal.findings import Finding, Scope, rule

ID = "file-name"
NAME = re.compile(r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
MAX_LENGTH = 80
ACCEPTED = (
    f"accepted: small letters, digits, hyphens, an ending; at most {MAX_LENGTH} characters; index.md for the first page"
)


def is_refused(name: str) -> bool:
    """Whether no file or folder may have this name."""
    return not NAME.fullmatch(name) or bool(RESERVED.fullmatch(name)) or len(name) > MAX_LENGTH or name == "readme.md"


def suggested(name: str) -> str:
    """An accepted name that is close to the one refused: small letters without accents; empty where there is none."""
    letters = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    parts = [re.sub(r"[^a-z0-9]+", "-", part).strip("-") for part in letters.split(".")]
    better = ".".join(part for part in parts if part)
    return "" if is_refused(better) else better


@rule(ID, Scope.FILE)
def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each file whose path has a name that is refused, or that nests too deeply."""
    for file in corpus.files:
        for name in file.path.split("/"):
            if is_refused(name):
                better = suggested(name)
                help = f"{ACCEPTED}; for example `{better}`" if better else ACCEPTED
                yield at_file(ID, file, f"the name {name!r} is refused", help)
                break
        if file.trouble == "too-deep":
            yield at_file(ID, file, "the folder is nested too deeply", "at most eight levels; move it up")
