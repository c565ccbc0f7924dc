"""axe-core in a tab: what it finds on the page as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

SCRIPT = Path(__file__).parents[1] / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async tags => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  return {
    violations: found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html.slice(0, 200))]),
    passed: found.passes.length,
    undecided: found.incomplete.map(rule => [rule.id, rule.nodes.length]),
  };
}"""


@dataclass(frozen=True)
class Audit:
    """What axe found on one page in one state.

    Attributes:
        violations: places by rule.
        passed: number of rules that were applied and held.
        undecided: number of places by rule where axe asks a person to look.
    """

    violations: Mapping[str, list[str]]
    passed: int
    undecided: Mapping[str, int]


def prepare(context: BrowserContext) -> BrowserContext:
    """Give axe to every page of a context. The context has to be made with `bypass_csp`, or a strict policy would refuse axe."""
    context.add_init_script(path=SCRIPT)
    return context


def audit(page: Page) -> Audit:
    """Run all rules of WCAG 2.0 to 2.2, A and AA, and the best practices on the page as it stands."""
    found = page.evaluate(RUN, TAGS)
    return Audit(dict(found["violations"]), found["passed"], dict(found["undecided"]))
