"""A practice tells problem, deed, law, results, limits and lessons, and what its evidence is.

Helps: the official who wants to know what did not work before she copies it.

Why: collections of good practice age badly because nobody wrote down the limits.

Wrong (docs/practices/lindenau-bus.md):

    ## Problem

    No bus ran on Sundays [@invented2020coalition].

Right (docs/practices/lindenau-bus.md):

    ## Problem

    No bus ran on Sundays [@invented2020coalition].

    ## What was done

    The council paid for four Sunday buses.

    ## Legal basis

    The sources read do not say.

    ## Results

    Nobody counted the passengers.

    ## Limits and criticism

    The money ended after a year.

    ## Lessons

    Count from the first day.

Fix: add the section that the message names, or write its heading exactly as the message says; if the sources say nothing, say that.
"""

import re
from collections.abc import Iterator

from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, Severity, rule, rule_named
from golocal.reading.parts import Heading

ID = "practice-incomplete"
SECTIONS = ("Problem", "What was done", "Legal basis", "Results", "Limits and criticism", "Lessons")

NUMBER = re.compile(r"\A(?:(?:\d+(?:\.\d+)*|[a-zA-Z])[.)][ \t]*|\d+[ \t]+)")
SIGNS = " \t*_`#:.,;!?-–—"


@rule(ID, Scope.DOCUMENT, draft=Severity.WARNING)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each section that a practice lacks or leaves empty, and for a practice without a citation."""
    if source.kind != "practice":
        return
    headings = {heading.text: heading for heading in source.source.headings if heading.level == 2}
    for section in SECTIONS:
        heading = headings.get(section)
        near = None if heading else _nearly(source, section)
        if near:
            written = near.text if near.level == 2 else f"{'#' * near.level} {near.text}"
            message = f"the heading `{written}` must be exactly `## {section}`"
            help = f"write `## {section}`, with nothing else on the line; details belong into the text below it"
            yield rule_named(ID).at(source, near.line, near.column, message, help)
        elif heading is None:
            help = f"add a heading `## {section}`; if the sources say nothing, say that"
            yield rule_named(ID).at(source, 1, 1, f"the section `{section}` is missing", help)
        elif _is_empty(source, heading):
            help = "write what the sources say; if they say nothing, say that"
            yield rule_named(ID).at(source, heading.line, heading.column, f"the section `{section}` is empty", help)
    if not source.source.citations:
        yield rule_named(ID).at(source, 1, 1, "the practice cites no source", "cite where each fact was read: `[@key]`")


def _nearly(source: Document, section: str) -> Heading | None:
    """The heading that seems to be meant for a section: numbered, marked up, of another level, or with other words around it."""
    others = [heading for heading in source.source.headings if heading.level > 2 or heading.text not in SECTIONS]
    alike = [(heading, _bare(heading.text)) for heading in others]
    wanted = _bare(section)
    exact = [heading for heading, name in alike if name == wanted]
    longer = [heading for heading, name in alike if f"{name} ".startswith(f"{wanted} ")]
    shorter = [heading for heading, name in alike if name and f"{wanted} ".startswith(f"{name} ")]
    return next(iter([*exact, *longer, *shorter]), None)


def _bare(heading: str) -> str:
    """A heading without number, markup, signs around it and the ending of the plural."""
    name = NUMBER.sub("", heading.strip(SIGNS)).strip(SIGNS).casefold()
    return " ".join(word.rstrip("s") for word in name.split())


def _is_empty(source: Document, heading: Heading) -> bool:
    following = [other for other in source.source.headings if other.line > heading.line]
    last = following[0].line - 1 if following else None
    lines = source.source.text.split("\n")[heading.line : last]
    deeper = bool(following) and following[0].level > heading.level
    return not deeper and not any(line.strip() for line in lines)
