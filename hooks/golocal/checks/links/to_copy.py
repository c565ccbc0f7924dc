"""A link to a work leads to its publisher, not to a copy on a sharing site.

Helps: the reader who wants the original, without an account and with its date and its corrections.

Why: copies on sharing sites are often uploaded without permission, ask for a login, vanish, and say nothing of a later version.

Wrong (docs/about/method.md):

    Read [the study of cold homes](https://www.copies.example/12345/cold-homes).

Right (docs/about/method.md):

    Read [the study of cold homes](https://example.org/winter-2020).

Fix: take the address of the publisher, a DOI, the official document symbol, or a repository of the authors' institution; if there is none, give the source without an address.

Exceptions: the sites are those in docs/data/vocabularies/sharing-sites.yml, with all their subdomains; a site that merely has such a name within its own is not meant.
"""

from collections.abc import Iterator
from typing import Any

from golocal.content.conditions import Conditions
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.reading.addresses import belongs_to, host_of

ID = "link-to-copy"
LIST = "sharing-sites"
FIELDS = ("URL", "url", "original_url")
HELP = "take the publisher's page, a DOI, the official symbol or an institutional repository; without one, leave the address out"


@rule(ID, Scope.CONFIGURED)
def check(source: Document | DataFile, conditions: Conditions) -> Iterator[Finding]:
    """Yield a finding for each link, and each address of a record, to a host on the list."""
    sites = conditions.vocabularies.get(LIST, {})
    if sites:
        for line, column, target in _addresses(source):
            host = host_of(target)
            if host and any(belongs_to(host, site) for site in sites):
                message = f"`{host}` is a sharing site: the link leads to a copy"
                yield rule_named(ID).at(source, line, column, message, HELP)


def _addresses(source: Document | DataFile) -> Iterator[tuple[int, int, str]]:
    if isinstance(source, DataFile):
        for id, record in source.records.items():
            yield from ((*source.tree.place_of((id, field)), address) for field, address in _given(record))
        return
    yield from ((*source.place_of(field), address) for field, address in _given(source.front))
    yield from ((link.line, link.column, link.target) for link in source.source.links)


def _given(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((field, record[field]) for field in FIELDS if isinstance(record.get(field), str))
