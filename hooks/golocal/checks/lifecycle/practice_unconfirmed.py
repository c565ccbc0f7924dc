"""A practice is confirmed, or has a new source, every 24 months.

Helps: the official who wants to copy a practice, calls the city and finds that the programme ended two years ago.

Why: programmes end without a word. A practice that is called ongoing on the word of an old source may be history.

Wrong (docs/practices/lindenau-bus.md, on 2034-06-01):

    ---
    title: A night bus to the heated hall
    summary: Lindenau runs a bus to its heated hall on cold nights, and counts who takes it.
    status: published
    provenance: original
    version: "1.0"
    published: 2031-03-01
    review_due: 2036-03-01
    rights: [housing]
    themes: [budgeting]
    policy_stages: [plan]
    city: Lindenau
    country_or_area: XA
    region: northern-isles
    coordinates:
      latitude: 61.5
      longitude: -20.25
    population_class: under-10000
    started: 2027
    state: ongoing
    evidence:
      report: self-reported
      independent: no
    newest_source: 2029-11
    ---

    ## Problem

    One home in ten was colder than 18 degrees [@heat2029survey].

    ## What was done

    The council pays for a bus on cold nights [@invented2020coalition].

    ## Legal basis

    A decision of the council.

    ## Results

    Some people took the bus every night [@heat2029survey, p. 12].

    ## Limits and criticism

    Nobody counted those who stayed away.

    ## Lessons

    Count from the first night.

Right (docs/practices/lindenau-bus.md, on 2034-06-01):

    ---
    title: A night bus to the heated hall
    summary: Lindenau runs a bus to its heated hall on cold nights, and counts who takes it.
    status: published
    provenance: original
    version: "1.0"
    published: 2031-03-01
    review_due: 2036-03-01
    rights: [housing]
    themes: [budgeting]
    policy_stages: [plan]
    city: Lindenau
    country_or_area: XA
    region: northern-isles
    coordinates:
      latitude: 61.5
      longitude: -20.25
    population_class: under-10000
    started: 2027
    state: ongoing
    evidence:
      report: self-reported
      independent: no
    newest_source: 2029-11
    last_confirmed: 2033-09-14
    ---

    ## Problem

    One home in ten was colder than 18 degrees [@heat2029survey].

    ## What was done

    The council pays for a bus on cold nights [@invented2020coalition].

    ## Legal basis

    A decision of the council.

    ## Results

    Some people took the bus every night [@heat2029survey, p. 12].

    ## Limits and criticism

    Nobody counted those who stayed away.

    ## Lessons

    Count from the first night.

Fix: ask the city and set `last_confirmed` to the day of its answer, or read a newer source and set `newest_source`; set `state` to `ended` where it is over, and to `unknown` where nobody can say.

Exceptions: practices that have ended, and archived documents, are not due. A practice whose state is `unknown` says so itself and gets a warning. Of a source with a year or a month alone, the last day counts. Only `golocal due --on DATE` applies this rule.
"""

from collections.abc import Iterator
from datetime import date

from golocal.checks.lifecycle.common import last_day, months_later
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, Severity, rule, rule_named

ID = "practice-unconfirmed"
MONTHS = 24
SAYINGS = {
    "last_confirmed": "the city confirmed this practice last on {value}",
    "newest_source": "the newest source of this practice is of {value}",
}


@rule(ID, Scope.DATED, draft=Severity.WARNING)
def check(source: Document, on: date) -> Iterator[Finding]:
    """Yield a finding for a practice whose newest confirmation or source is more than 24 months older than the day."""
    if source.kind != "practice" or source.front.get("state") == "ended":
        return
    known = [(day, key) for key in SAYINGS if (day := last_day(source.front.get(key)))]
    if known and months_later(max(known)[0], MONTHS) < on:
        key = max(known)[1]
        message = f"{SAYINGS[key].format(value=source.front[key])}, more than {MONTHS} months before {on}"
        help = "ask the city and set `last_confirmed`, or read a newer source; `state: ended` if it is over, `state: unknown` if nobody can say"
        finding = rule_named(ID).at(source, *source.place_of(key), message, help)
        yield finding._replace(severity=Severity.WARNING) if source.front.get("state") == "unknown" else finding
