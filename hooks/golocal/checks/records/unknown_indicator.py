"""A code that looks like one of our indicators is one.

Helps: the data officer who looks the code up to compute the indicator; the councillor who compares two years of it.

Why: a wrong digit in a code still looks right, and leads to another figure or to none.

Wrong (docs/about/method.md):

    Report HOU-P-01 once a year.

Right (docs/about/method.md):

    Report [the share of cold homes](indicator:homes-below-18) once a year.

Fix: take the code that the help names; better still, make it a record link such as `[HOU-P-01](indicator:hou-p-01)`.

Exceptions: a code is three capital letters, a hyphen, a capital letter, a hyphen and two digits. One between backticks is an example and not looked at, nor is one in the title of a source.
"""

from collections.abc import Iterator

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.findings.hints import in_words, nearest

ID = "indicator-unknown"


@rule(ID, Scope.RELATION)
def check(source: Document | DataFile, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each code in text or in a record that no indicator has."""
    for code in source.codes:
        if catalogue.get("indicator", code.id) is None:
            close = nearest(code.id, [entry.key.id for entry in catalogue.of_kind("indicator")])
            help = (
                f"the closest codes are {in_words(id.upper() for id in close)}"
                if close
                else "name the indicator in words"
            )
            message = f"no indicator has the code `{code.code}`"
            yield rule_named(ID).at(source, code.line, code.column, message, help)
