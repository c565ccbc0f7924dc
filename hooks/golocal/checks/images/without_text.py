"""An image has an alternative text that says what it shows.

Helps: the reader who cannot see the image, the one whose phone does not load it, and the PDF, which refuses images without it.

Why: "image", a file name or a single word tells nothing.

Wrong (docs/about/method.md):

    ![figure](chain.svg)

Right (docs/about/method.md):

    ![The chain from a standard to the unit that answers for it, in eight steps](chain.svg)

Fix: say in one sentence what a sighted reader learns from the image.
"""

import re
from collections.abc import Iterator

from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named

ID = "image-without-text"
LAZY = re.compile(
    r"(?:image|figure|picture|photo|graphic|chart|diagram|map|logo|icon|screenshot)(?: (?:of|\d+).{0,12})?|[\w-]+\.(?:svg|png|jpe?g)",
    re.I,
)


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each image whose alternative text is missing or says nothing."""
    for link in source.source.links:
        text = " ".join(link.text.split())
        if link.is_image and (len(text) < 12 or LAZY.fullmatch(text)):
            message = f"the alternative text `{text}` says nothing" if text else "the image has no alternative text"
            help = "say in one sentence what the image shows, in the square brackets: `![...](file)`"
            yield rule_named(ID).at(source, link.line, link.column, message, help)
