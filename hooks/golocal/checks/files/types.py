"""Source folders hold only types of files that can be published safely, each in its place.

Helps: every reader; a stray web page or program would be published as it is.

Why: MkDocs copies every file that it does not know. Data stand in docs/data/ in folders that the model knows.

Wrong (docs/about/page.html):

    Text.

Right (docs/about/page.md):

    Text.

Fix: write pages in Markdown, figures as SVG, records as .yml in a folder of docs/data/; keep anything else outside docs/, toolkit/ and volumes/.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from golocal.checks.files.common import at_file
from golocal.content.corpus import Corpus
from golocal.content.locations import DATA_KINDS, data_kind
from golocal.findings import Finding, Scope, rule

ID = "file-type"
EVERYWHERE = frozenset({".md", ".svg", ".png", ".jpg", ".csv"})
IN_ASSETS = frozenset({".css", ".js", ".woff2", ".ttf", ".txt", ".json", ".ico"})
OFFICE = frozenset({".doc", ".docx", ".odt", ".pdf", ".rtf", ".ods", ".xls", ".xlsx"})
FROM_OFFICE = "put text into a Markdown file, and a table that people compute with into a .csv file"


@rule(ID, Scope.FILE)
def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each file of a type that is not accepted where it stands."""
    for file in corpus.files:
        if file.trouble:
            continue
        suffix = PurePosixPath(file.path).suffix
        if suffix == ".yml" and data_kind(file.path):
            continue
        if file.path.startswith("docs/data/"):
            folders = ", ".join(sorted(DATA_KINDS))
            yield at_file(
                ID,
                file,
                "docs/data/ holds records only, in folders that the model knows",
                f"accepted: a .yml file in docs/data/ in one of {folders}",
            )
        elif suffix in IN_ASSETS and file.path.startswith(("docs/assets/", "docs/schemas/")):
            continue
        elif suffix not in EVERYWHERE:
            accepted = ", ".join(sorted(EVERYWHERE))
            yield at_file(
                ID,
                file,
                f"files {f'of the type `{suffix}`' if suffix else 'without an ending'} are refused here",
                f"accepted: {accepted}" + (f"; {FROM_OFFICE}" if suffix in OFFICE else ""),
            )
