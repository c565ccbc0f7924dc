"""An id belongs to one record.

Helps: the reader who follows a link, and would reach whichever record was read last.

Why: identity is the path, or the key in a data file; two files with the same key would hide one another.

Wrong (docs/data/terms/more.yml):

    duty-bearer:
      title: Duty-bearer
      definition: A second definition of a term that stands in another file already.

Right (docs/data/terms/more.yml):

    right-to-roam:
      title: Right to roam
      definition: The freedom to walk across land that others own, where the law grants it.

Fix: keep one of the two; join what is worth keeping.
"""

from collections.abc import Iterator

from golocal.content.catalogue import Catalogue
from golocal.findings import Finding, Scope, rule, rule_named

ID = "record-twice"


@rule(ID, Scope.CATALOGUE)
def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each record whose id was taken before."""
    for first, second in catalogue.doubles:
        source = catalogue.corpus.documents.get(second.path) or catalogue.corpus.data[second.path]
        message = f"the {second.key.kind} `{second.key.id}` exists already"
        help = f"it stands in {first.path}, line {catalogue.place_of(first)[0]}; keep one"
        yield rule_named(ID).at(source, *catalogue.place_of(second), message, help)
