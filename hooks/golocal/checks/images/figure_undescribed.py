"""A figure has a title and a description inside its file.

Helps: the reader who cannot see the figure, and whoever finds the file alone, in the offline copy or on the code host.

Why: the alternative text on the page says in one sentence what the figure shows there. The title and the description travel with the file; the description says in words what the lines and boxes say.

Wrong (docs/about/sun.svg):

    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>The sun</title><circle cx="5" cy="5" r="4" class="fig-accent"/></svg>

Right (docs/about/sun.svg):

    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>The sun</title><desc>One disc in the middle of a square.</desc><circle cx="5" cy="5" r="4" class="fig-accent"/></svg>

Fix: write `<title>` and `<desc>` as the first elements inside `<svg>`. In the description, tell what a sighted reader learns, with the figures.
"""

from collections.abc import Iterator

from golocal.checks.files.common import at_file
from golocal.content.corpus import Corpus
from golocal.findings import Finding, Scope, rule

ID = "figure-undescribed"


@rule(ID, Scope.FILE)
def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each figure that lacks one of the two; a figure that is refused has other faults first."""
    for file in corpus.files:
        lacking = corpus.undescribed.get(file.path, [])
        for name, needed in lacking:
            message = f"the figure has no {needed}"
            yield at_file(ID, file, message, f"write `<{name}>...</{name}>` directly inside `<svg>`, before the shapes")
