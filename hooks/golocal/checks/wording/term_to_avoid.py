"""Texts use the term that the glossary prefers.

Helps: the people whom the text is about, who are named with respect; the reader, who meets one word for one thing and finds it in the glossary.

Why: some terms hurt, some mislead, and some are names for something else. The glossary lists them as `avoid` below the term to use, and that list is the only place where this is decided.

Wrong (docs/about/method.md):

    Each beneficiary was heard.

Right (docs/about/method.md):

    Each rights-holder was heard. Older plans speak of a "beneficiary".

Fix: write the preferred term that the message names, and look at its definition: sometimes the sentence changes with the word.

Exceptions: words in quotation marks, quotations in a block that cites its source, code, addresses, titles of sources and official titles. The plural and the genitive of a listed term count as the term; other forms are listed one by one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from golocal.content.corpus import DataFile, Document
from golocal.content.locations import record_page
from golocal.content.wording import Wording
from golocal.findings import Finding, Scope, Severity, rule, rule_named
from golocal.reading.masking import MARKUP, blank
from golocal.reading.prose import Passage

ID = "term-to-avoid"
MOST = 100  # findings for one term in one file
QUOTED = re.compile(r"\"[^\"]{1,400}\"|“[^“”]{1,400}”|(?<!\w)'[^'\n]{1,200}'(?!\w)|‘[^‘’]{1,200}’")
GAP = rf"[\s{MARKUP}]+"


@rule(ID, Scope.TEXT, draft=Severity.WARNING)
def check(source: Document | DataFile, wording: Wording) -> Iterator[Finding]:
    """Yield a finding for each term to avoid outside of quotations."""
    for form, preferred in wording.lexicon.avoided.items():
        if _rarest(form) not in wording.small:
            continue
        for passage, match in islice(_unquoted(wording, _pattern(form)), MOST):
            message = f"`{' '.join(match.group().replace(MARKUP, '').split())}` is a term to avoid"
            page, anchor = record_page("term", preferred.id)
            help = f"write `{_fitted(preferred.title, match.group())}`, as the glossary says: {page}#{anchor}"
            yield rule_named(ID).at(source, *passage.place(match.start()), message, help)


def _fitted(title: str, replaced: str) -> str:
    """The title as it stands in a sentence: small where the word that it replaces is small, but an abbreviation stays."""
    return title if replaced[0].isupper() or title[:2].isupper() else title[:1].lower() + title[1:]


def _rarest(form: str) -> str:
    """The part of a form by which most texts can be passed over, without the ending that its plural changes."""
    longest = max(form.split(), key=len)
    return longest[:-1] if longest.endswith("y") else longest


@lru_cache(maxsize=1024)
def _pattern(form: str) -> re.Pattern[str]:
    words = GAP.join(map(re.escape, form.split()))
    ending = "(?:y|ies)" if words.endswith("y") else "(?:e?s)?"
    return re.compile(rf"(?<![\w-]){words.removesuffix('y')}{ending}(?![\w-])", re.IGNORECASE)


def _unquoted(wording: Wording, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Matches outside of quotations."""
    for passage in wording.ours:
        if not passage.quoted and pattern.search(passage.text):
            text = QUOTED.sub(lambda quoted: blank(quoted.group()), passage.text)
            for match in pattern.finditer(text):
                yield passage, match
