"""A link uses https, http or mailto, and carries no attributes.

Helps: every reader; an address such as `javascript:` would run a program in the page.

Why: text comes from many hands. Schemes are a short list; attributes in braces, on the line of a code fence too, could hide scripts and styles.

Wrong (docs/about/method.md):

    [Press here](javascript:alert(1))

Right (docs/about/method.md):

    [The Covenant](https://www.ohchr.org/en/instruments-mechanisms/instruments/international-covenant-economic-social-and-cultural-rights)

Fix: link to a page of the publisher over https, or to a file of this repository by its relative path; remove attributes in braces.
"""

from collections.abc import Iterator

from golocal.checks.faults import reading_faults
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.reading.addresses import SCHEMES, names_host, scheme_of
from golocal.reading.parts import DOWNLOADS, LISTS, Link, record_reference

ID = "link-unsafe-address"
_LIST_ALONE = f"a list stands alone in a paragraph and has no text; accepted: {', '.join(f'`[]({name})`' for name in sorted(LISTS))}"


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each address with another scheme, and for each attribute list."""
    for link in source.source.links:
        scheme = scheme_of(link.target)
        remote_image = link.is_image and (scheme or names_host(link.target))
        if remote_image or names_host(link.target) or not (scheme in SCHEMES or _is_ours(link)):
            message = f"the {'image' if link.is_image else 'link'} has an address that is refused: `{link.target[:60]}`"
            help = (
                "images are files of this repository"
                if link.is_image
                else _LIST_ALONE
                if scheme == "list"
                else "accepted: https, http, mailto, a relative path, or a record link"
            )
            yield rule_named(ID).at(source, link.line, link.column, message, help)
    messages = {
        "attribute-list": (
            "attributes in braces are refused: `{detail}`",
            "remove the braces; to show a brace as text write `\\{`",
        ),
        "fence-attributes": (
            "the line that opens the code carries attributes: `{detail}`",
            "name the language alone, such as ```yaml",
        ),
    }
    yield from reading_faults(ID, source, messages)


def _is_ours(link: Link) -> bool:
    if link.target in LISTS:
        return not link.text and link.column == 1 and not link.is_image
    return link.target in DOWNLOADS or record_reference(link.target) is not None
