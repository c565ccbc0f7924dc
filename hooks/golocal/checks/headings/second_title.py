"""The title is the only heading of the first level.

Helps: the screen-reader user, who finds one title; search and lists, which show it.

Why: the title stands in the front matter and becomes the page's first heading. A `#` in the text would be a second one.

Wrong (docs/about/method.md):

    # Method

    Text.

Right (docs/about/method.md):

    ## How we work

    Text.

Fix: remove the line if it repeats the title; otherwise make it `##`.
"""

from collections.abc import Iterator

from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named

ID = "heading-second-title"


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each heading of the first level in the body."""
    for heading in source.source.headings:
        if heading.level == 1:
            message = f"`{heading.text[:60]}` is a second heading of the first level"
            help = "the title of the front matter is the first; remove this line or write `##`"
            yield rule_named(ID).at(source, heading.line, heading.column, message, help)
