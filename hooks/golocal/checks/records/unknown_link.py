"""A record link names a record, and an anchor that the record has.

Helps: the reader who follows a link to a standard and must land at the right article.

Why: pages may move, record links do not; that holds only while each of them names something.

Wrong (docs/about/method.md):

    See [the right](right:houssing).

Right (docs/about/method.md):

    See [the right](right:housing).

Fix: take the closest id that the help names. Kind and id are joined by a colon: `standard:icescr#art-11-1`.
"""

from collections.abc import Iterator

from golocal.content.catalogue import Catalogue, Entry
from golocal.content.corpus import DataFile, Document
from golocal.content.mentions import Mention
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.findings.hints import in_words, nearest

ID = "record-link-unknown"


@rule(ID, Scope.RELATION)
def check(source: Document | DataFile, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each record link, in text or in a field, that leads nowhere."""
    told = {(fault.line, fault.column) for fault in source.model_faults}
    for mention in catalogue.mentions(source):
        if mention.target.kind == "reference" or (mention.line, mention.column) in told:
            continue
        entry = catalogue.entries.get(mention.target)
        if entry is None or (mention.anchor and mention.anchor not in entry.anchors):
            message, help = _explain(catalogue, mention, entry)
            yield rule_named(ID).at(source, mention.line, mention.column, message, help)


def _explain(catalogue: Catalogue, mention: Mention, entry: Entry | None) -> tuple[str, str]:
    kind, id = mention.target
    if entry is None:
        close = nearest(id, [known.key.id for known in catalogue.of_kind(kind)])
        help = in_words(f"{kind}:{found}" for found in close)
        return (
            f"no {kind} has the id `{id}`",
            f"the closest ids are {help}" if help else f"there is no {kind} of that id",
        )
    close = nearest(mention.anchor, entry.anchors) or sorted(entry.anchors)[:5]
    return (
        f"`{kind}:{id}` has no anchor `#{mention.anchor}`",
        f"its anchors are {in_words(close)}" if close else "it has no anchors; link to the record itself",
    )
