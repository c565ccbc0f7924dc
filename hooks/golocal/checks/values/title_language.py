"""A source says in which language its title stands.

Helps: the reader who listens: a voice reads a German title as German only if the page says that it is German.

Why: the title of a source in another language is often our description in English. With the field `language` alone, a voice would read that English as if it were Korean.

Wrong (docs/data/references/more.yml):

    seoul2019plan:
      type: report
      title: Second plan for human rights in the city and the districts
      issued: 2019
      language: ko
      read: part

Right (docs/data/references/more.yml):

    seoul2019plan:
      type: report
      title: Second plan for human rights in the city and the districts
      issued: 2019
      language: ko
      title_language: en
      read: part

Fix: give the title as it was published; where you describe it in English, add `title_language: en`.

Exceptions: the rule looks for common English words; it does not see a short English title that has none, and it does not tell other languages apart.
"""

import re
from collections.abc import Iterator

from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, Severity, rule, rule_named

ID = "title-language"
HELP = "give the title as published, or add `title_language: en` below `language`"
ENGLISH = re.compile(r"\b(?:the|and|with|from|how|their|descriptive)\b")


@rule(ID, Scope.SOURCE, settled=Severity.WARNING, draft=Severity.WARNING)
def check(source: Document | DataFile) -> Iterator[Finding]:
    """Yield a finding for each source in another language whose title reads as English."""
    if not isinstance(source, DataFile) or source.kind != "reference":
        return
    for id, record in source.records.items():
        language, title = record.get("language"), record.get("title")
        if not isinstance(language, str) or language.startswith("en") or record.get("title_language"):
            continue
        found = ENGLISH.search(title) if isinstance(title, str) else None
        if found:
            line, column = source.tree.place_of((id, "title"))
            message = f"the title reads as English (`{found.group()}`), the language is `{language}`"
            yield rule_named(ID).at(source, line, column, message, HELP)
