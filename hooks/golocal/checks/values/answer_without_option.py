"""The right answer of a question is one of its options.

Helps: the reader who tests herself: a question whose answer is no option calls every choice wrong.

Why: the letter of the answer stands apart from the options, so that it is easily left behind when somebody changes their order or takes one out.

Wrong (docs/data/self-checks/more.yml):

    warm-homes-02:
      topic: warm-homes
      level: basic
      question: Who reads the meters?
      options:
        a: The tenant.
        b: The town.
      answer: c
      explanation: The town reads them each autumn.
      sources: [covenant2001text]

Right (docs/data/self-checks/more.yml):

    warm-homes-02:
      topic: warm-homes
      level: basic
      question: Who reads the meters?
      options:
        a: The tenant.
        b: The town.
      answer: b
      explanation: The town reads them each autumn.
      sources: [covenant2001text]

Fix: write the letter of the right option.

Exceptions: the blank `todo` of a new record is left to `placeholder-left`.
"""

from collections.abc import Iterator

from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, Severity, rule, rule_named

ID = "answer-without-option"
BLANK = "todo"


@rule(ID, Scope.SOURCE, settled=Severity.ERROR, draft=Severity.ERROR)
def check(source: Document | DataFile) -> Iterator[Finding]:
    """Yield a finding for each question whose answer is none of its options."""
    if not isinstance(source, DataFile) or source.kind != "self-check":
        return
    for id, record in source.records.items():
        options, answer = record.get("options"), record.get("answer")
        if isinstance(options, dict) and isinstance(answer, str) and answer not in (*options, BLANK):
            line, column = source.tree.place_of((id, "answer"))
            message = f"the answer `{answer}` is none of the options"
            yield rule_named(ID).at(source, line, column, message, f"write one of: {', '.join(map(str, options))}")
