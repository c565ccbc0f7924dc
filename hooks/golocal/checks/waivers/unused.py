"""A waiver covers a finding in the next line, and names a rule that exists.

Helps: the next editor, who would otherwise keep an exception whose cause is long gone.

Why: exceptions stand beside the line, with a reason, and go when the reason goes.

Wrong (docs/about/method.md):

    <!-- golocal: allow link-broken: the page comes next week -->
    A line without any link.

Right (docs/about/method.md):

    <!-- golocal: allow link-broken: the page comes next week -->
    See [a page](nothing.md).

Fix: remove the waiver, or put it alone on the line directly above the finding, with the rule's id as the finding names it.
"""

from collections.abc import Iterator

from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, all_rules, rule, rule_named
from golocal.findings.hints import in_words, nearest
from golocal.reading.parts import Waiver

ID = "waiver-unused"


@rule(ID, Scope.WAIVER)
def check(source: Document | DataFile, waiver: Waiver) -> Iterator[Finding]:
    """Yield the finding for a waiver that covered nothing."""
    known = [known_rule.id for known_rule in all_rules()]
    if waiver.rule in known:
        message = f"the waiver for `{waiver.rule}` covers nothing in the next line"
        help = "remove it, or move it to the line directly above the finding"
    else:
        message = f"the waiver names no rule: `{waiver.rule}`"
        help = f"the closest rules are {in_words(nearest(waiver.rule, known) or known[:3])}"
    yield rule_named(ID).at(source, waiver.line, waiver.column, message, help)
