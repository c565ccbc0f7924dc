"""Two files do not claim the same address.

Helps: the reader and the editor; one of the two pages would vanish without a word.

Why: docs/toolkit/x.md and toolkit/x.md, or x.md beside x/index.md, have the same address on the site. So have names that differ only by capital letters on many systems. The folder library/ is made by the build.

Wrong (toolkit/warm-homes/easy/index.md):

    Text.

Right (docs/about/warm-homes.md):

    Text.

Fix: rename or move one of the two.
"""

from collections import defaultdict
from collections.abc import Iterator

from golocal.checks.files.common import at_file
from golocal.content.catalogue import Catalogue
from golocal.content.locations import COLLECTION_PAGES, address
from golocal.findings import Finding, Scope, rule

ID = "url-collision"


@rule(ID, Scope.CATALOGUE)
def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for every file but the first of those that share an address, generated pages included."""
    generated = {entry.page for entry in catalogue.entries.values() if entry.page != entry.path}
    generated.update(page for page in COLLECTION_PAGES if page not in catalogue.corpus.documents)
    claimed: dict[str, list[str]] = defaultdict(list)
    for page in sorted(generated):
        claimed[address(page).casefold()].append(page)
    for file in catalogue.corpus.files:
        if file.trouble or file.path.startswith("docs/data/"):
            continue
        claimed[address(file.path).casefold()].append(file.path)
    files = {file.path: file for file in catalogue.corpus.files}
    for first, *others in claimed.values():
        for path in others:
            made = " (made by the build)" if first in generated else ""
            message = f"the address of this file is also that of {first}{made}"
            yield at_file(ID, files[path], message, "rename or move one of the two")
