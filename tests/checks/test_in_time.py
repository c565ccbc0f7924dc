"""Every rule about one text judges the worst text in time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from golocal.content.conditions import Conditions
from golocal.content.corpus import Document, read_document
from golocal.content.lexicon import read_lexicon
from golocal.content.wording import Wording
from golocal.findings import Scope, all_rules

LIMIT = 2.0
SIZE = 190_000
FRONT = '---\ntitle: AB\nsummary: A summary of more than twenty characters.\nstatus: draft\nprovenance: original\nversion: "1"\n---\n'
CONDITIONS = Conditions(
    {"sharing-sites": {f"site-{number}.example": {} for number in range(50)}},
    read_lexicon({}, {}),
    ("https://a.example/b/",),
)


def filled(piece: str) -> str:
    return (piece * (SIZE // len(piece) + 1))[:SIZE]


TEXTS = {
    "figures": filled("10 % of figures "),
    "digits": "1" * SIZE,
    "digits and commas": filled(" 1,1,1"),
    "per cent": filled("per cent "),
    "statistics in blocks": filled("10 per cent\n\n"),
    "statistics in sections": filled("## A\n\n10 per cent\n\n"),
    "invented figures": filled("figures "),
    "quotation marks": filled('"a" '),
    "a quotation that never closes": "“" + filled("a "),
    "quotations in blocks": filled("> a\n\n"),
    "quotations with blanks": filled("> (a "),
    "citations without end": "[" + filled("@a@"),
    "addresses": filled("https://a.example/b "),
    "addresses in angle brackets": filled("<https://a.example/b> "),
    "links with an address as text": filled("[https://a.example/](https://a.example/)\n"),
    "links to many hosts": filled("[a](https://b.site-1.example/c)\n"),
    "codes": filled("HOU-P-01 "),
    "almost codes": filled("-A-"),
    "callouts": filled("> [!NOTE] A [a](b)\n\n"),
    "spaces": " " * SIZE,
    "spaced lines": filled(" " * 300 + "\n"),
    "underlined": filled("a\n---\n"),
    "definitions": filled("a\n:   b\n\n"),
    "tables": filled("| a |\n| - |\n\n"),
    "long sentences on one line": filled("A, " * 50 + ". "),
    "lists": filled("- a\n\n    b\n\n"),
}


SUBJECTS: dict[Scope, Callable[[Document], tuple[object, ...]]] = {
    Scope.SOURCE: lambda document: (),
    Scope.DOCUMENT: lambda document: (),
    Scope.CONFIGURED: lambda document: (CONDITIONS,),
    Scope.TEXT: lambda document: (Wording(document, CONDITIONS.lexicon),),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_every_rule_judges_in_time(text: str) -> None:
    document = read_document("docs/about/a.md", FRONT + text, {})
    rules = all_rules()
    assert rules, "where nothing is registered, nothing is judged"
    for rule in rules:
        if rule.scope in SUBJECTS:
            subject = (document, *SUBJECTS[rule.scope](document))
            begin = time.process_time()
            assert all(finding.line >= 1 for finding in rule.check(*subject))
            assert time.process_time() - begin < LIMIT, rule.id
