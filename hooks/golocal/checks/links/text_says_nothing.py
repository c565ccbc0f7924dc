"""The text of a link says where it leads.

Helps: the screen-reader user, who calls up a list of all links of a page and hears "here, here, more"; everyone who skims.

Why: a link is read out of its sentence. An address as text is spelled letter by letter and tells less than the name of what it leads to.

Wrong (docs/about/method.md):

    The task on a cold week is [here](../tasks/cold-week.md).

Right (docs/about/method.md):

    Read [what to do in a cold week](../tasks/cold-week.md).

Fix: take the title of the page, or the words of the sentence that name it, into the square brackets.

Exceptions: a record link may be left without text, such as `[](right:housing)`; the build writes the title of the record. So may a list, `[](list:latest-news)`. Only English texts are known.
"""

import re
from collections.abc import Iterator

from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.reading.parts import LISTS, Link, record_reference
from golocal.reading.positions import positions_of

ID = "link-text-says-nothing"
EMPTY_TEXTS = frozenset(
    text.strip()
    for text in """
    here, click here, see here, read here, found here, download here, more here, this, that, it, link, links, this link, the link, click, go,
    website, this website, the website, web page, this page, the page, this site, this document, pdf, this source, this article, this report,
    more, read more, see more, learn more, know more, find out more, more information, further information, more details, online, url
    """.split(",")
)
LONGEST = 30
ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:/{1,2}|www\.)\S*", re.I)
SIGNS = re.compile(r"[\W_]+")


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each link whose text is empty, an address, or one of the words that name nothing."""
    for link in source.source.links:
        trouble = "" if link.is_image else _trouble(" ".join(link.text.split()), link)
        if trouble and not is_bare(source, link):
            help = "write into the square brackets what the link leads to, such as the title of the page"
            yield rule_named(ID).at(source, link.line, link.column, trouble, help)


def _trouble(text: str, link: Link) -> str:
    if not text:
        return (
            ""
            if record_reference(link.target) or link.target in LISTS
            else f"the link to `{link.target[:60]}` has no text"
        )
    if ("/" in text or "." in text) and ADDRESS.fullmatch(text):
        return f"the text of the link is an address: `{text[:60]}`"
    if len(text) > LONGEST:
        return ""
    words = " ".join(SIGNS.sub(" ", text.casefold()).split())
    return f"the text of the link says nothing: `{text}`" if words in EMPTY_TEXTS else ""


def is_bare(source: Document, link: Link) -> bool:
    """Whether a link is an address in angle brackets, which has no text of its own."""
    if link.text != link.target:
        return False
    return positions_of(source.source.text).place(link.start - 1) == (link.line, link.column)
