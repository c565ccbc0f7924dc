"""The registry of rules. A rule is one module in `golocal.checks`; its docstring is its page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from golocal.findings.finding import Finding, Severity


class Scope(StrEnum):
    """What a rule looks at, and with that when its findings may be taken from the cache."""

    FILE = "file"
    SOURCE = "source"
    CONFIGURED = "configured"
    DOCUMENT = "document"
    TEXT = "text"
    RELATION = "relation"
    CATALOGUE = "catalogue"
    WAIVER = "waiver"
    DATED = "dated"


Check = Callable[..., Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A registered rule.

    Attributes:
        id: area and fault in kebab case; reads well after "allow".
        scope: file (names, sizes), source (one Markdown or data file at a time, cached), configured (the same, with the
            vocabularies and our own addresses), document (the same, Markdown only), text (the words of a source and those
            that the repository knows, cached), relation (a source against the catalogue, every run, but only where a
            source names something unsettled), catalogue (every run), waiver (an exception that covered nothing) or dated
            (a document on a given day: only `golocal due` runs these).
        settled: severity in published and review documents.
        draft: severity in drafts and in archived documents, which are not held to rules about completeness.
        page: the docstring of the rule's module.
        check: yields findings; never raises, never asks clock or network.
    """

    id: str
    scope: Scope
    settled: Severity
    draft: Severity
    page: str
    check: Check

    @property
    def title(self) -> str:
        """The first sentence of the page: the desired state."""
        return self.page.strip().splitlines()[0].rstrip(".")

    @property
    def area(self) -> str:
        """The package of the rule's module; its docstring names the area."""
        return self.check.__module__.rpartition(".")[0]

    @property
    def address(self) -> str:
        """Repository path of the rule's page."""
        return f"docs/contribute/rules/{self.id}.md"

    @property
    def web_path(self) -> str:
        """Address of the rule's page, relative to the root of the site."""
        return f"contribute/rules/{self.id}/"

    def at(self, source: Any, line: int, column: int, message: str, help: str) -> Finding:
        """A finding of this rule in `source` (anything with `path` and `status`), its severity set by the status."""
        severity = self.settled if source.status in {"published", "review"} else self.draft
        return Finding(shown(source.path), line, column, self.id, severity, shown(message), shown(help))


def shown(text: str) -> str:
    """Text from a source as it may be printed: on one line, with characters that cannot be seen escaped."""
    return text if text.isprintable() else "".join(s if s.isprintable() else repr(s)[1:-1] for s in text)


_RULES: dict[str, Rule] = {}


def rule(
    id: str, scope: Scope, *, settled: Severity = Severity.ERROR, draft: Severity = Severity.ERROR
) -> Callable[[Check], Check]:
    """Register the decorated generator as the rule `id`; the module's docstring becomes the rule's page."""

    def register(check: Check) -> Check:
        module = inspect.getmodule(check)
        _RULES[id] = Rule(id, scope, settled, draft, (module.__doc__ or "") if module else "", check)
        return check

    return register


def all_rules() -> list[Rule]:
    """All registered rules by id. Import `golocal.checks` first: that is what registers them."""
    return [_RULES[key] for key in sorted(_RULES)]


def rule_named(id: str) -> Rule:
    """The rule with this id. Raises KeyError if there is none."""
    return _RULES[id]
