"""A figure is an SVG of plain shapes and text, coloured by classes.

Helps: the reader in dark mode and on paper, whose figure must follow the colours of the page; everyone, because an SVG can hold programs.

Why: figures are put into the page itself, so that they follow the palette and their links work. Only shapes, text, titles, links and markers are taken over; scripts, styles, colours and addresses of other sites are refused. So are `use`, `symbol` and markers inside of markers: a few lines of them can draw so much that the browser hangs.

Wrong (docs/about/sun.svg):

    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" style="fill:red"/></svg>

Right (docs/about/sun.svg):

    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>The sun</title><desc>A disc.</desc><circle cx="5" cy="5" r="4" class="fig-accent"/></svg>

Fix: remove what the message names; draw a shape again where `use` repeated it; take colours from the classes `fig-ink`, `fig-accent`, `fig-signal`, `fig-muted`, `fig-paper`, `fig-line` and `fig-text`.
"""

from collections.abc import Iterator

from golocal.checks.files.common import at_file
from golocal.content.corpus import Corpus
from golocal.findings import Finding, Scope, rule

ID = "figure-refused"
HELP = (
    "accepted: shapes, text, title, desc, links and markers, with classes such as `fig-accent`; the root has a viewBox"
)


@rule(ID, Scope.FILE)
def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each SVG that cannot be put into a page."""
    for file in corpus.files:
        trouble = corpus.figures.get(file.path)
        if trouble:
            yield at_file(ID, file, trouble, HELP)
