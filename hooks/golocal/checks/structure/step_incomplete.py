"""A step names who acts, what comes out, how long it takes, and how a small town does it.

Helps: the practitioner, who skips steps that nobody owns; the index of steps by role is made from these lines.

Why: "Involve people early" is advice, not a step.

Wrong (toolkit/warm-homes/practise.md):

    ## Steps

    ### 2. Involve people

    Involve people early.

Right (toolkit/warm-homes/practise.md):

    ## Steps

    ### 2. Ask the tenants' council what to measure

    Actor
    :   Housing office.

    Output
    :   A list of five questions in the tenants' words.

    Time
    :   Two weeks, two staff-days.

    Small town
    :   Ask ten tenants at the counter; half a day.

Fix: add the missing line under the heading, followed by a line that begins with a colon and three spaces; if nobody owns the step, make it a paragraph.
"""

import re
from collections.abc import Iterator

from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, Severity, rule, rule_named

ID = "step-incomplete"
REQUIRED = ("Actor", "Output", "Time", "Small town")
STEP_PAGE = re.compile(r"toolkit/[^/]+/practise\.md")


@rule(ID, Scope.DOCUMENT, draft=Severity.WARNING)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each detail that a step of a chapter lacks."""
    if not STEP_PAGE.fullmatch(source.path):
        return
    for step in source.source.items:
        given = {term for term, text in step.details if text}
        for term in REQUIRED:
            if term not in given:
                message = f'step {step.number}, "{step.title[:60]}", has no line `{term}`'
                help = f"add below the heading a line `{term}` and under it a line `:   ...`"
                yield rule_named(ID).at(source, step.line, step.column, message, help)
