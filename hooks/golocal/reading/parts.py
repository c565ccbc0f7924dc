"""What reading finds in a source, each with its place. Plain tuples, so that a cache can hold them as JSON."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """Something that reading could not accept; a rule turns it into a finding.

    Attributes:
        kind: short name that the rule asks for, such as `yaml-syntax`.
        detail: what was seen, for the message.
        help: the way out, where reading knows a better one than the rule.
    """

    kind: str
    line: int
    column: int
    detail: str
    help: str = ""


class Heading(NamedTuple):
    """A heading of the body; `slug` is the anchor that the renderer will give it."""

    level: int
    text: str
    slug: str
    line: int
    column: int


class Link(NamedTuple):
    """A link or image. `start` and `end` bound its target in the text of the file (in characters)."""

    target: str
    text: str
    line: int
    column: int
    start: int
    end: int
    is_image: bool


class CitedWork(NamedTuple):
    """One work inside a citation: `[see @key, art. 12]` has prefix "see" and locator "art. 12"."""

    key: str
    prefix: str
    locator: str
    author_suppressed: bool
    line: int
    column: int


class Citation(NamedTuple):
    """A citation in brackets, with the works it names; `start` and `end` bound it, brackets included."""

    start: int
    end: int
    works: tuple[CitedWork, ...]


class Waiver(NamedTuple):
    """`<!-- golocal: allow RULE: reason -->`; it covers the next line."""

    rule: str
    reason: str
    line: int
    column: int


class IndicatorCode(NamedTuple):
    """The code of an indicator as it stands in text, such as HOU-P-01."""

    code: str
    line: int
    column: int

    @property
    def id(self) -> str:
        """The id that the indicator would have."""
        return self.code.lower()


class Item(NamedTuple):
    """A numbered heading of level 3 with its definition list: a step, or a recommendation in a digest.

    Attributes:
        details: pairs of term and text of the definition list, in order.
    """

    number: int
    title: str
    slug: str
    line: int
    column: int
    details: tuple[tuple[str, str], ...]


RECORD_KINDS = (
    "right",
    "standard",
    "indicator",
    "practice",
    "term",
    "chapter",
    "task",
    "paper",
    "article",
    "academy",
    "outcome",
    "meeting",
    "volume",
    "worksheet",
    "news",
    "chain",
    "measure",
    "learning-path",
    "self-check",
)


PLAN_WORKBOOK = "download:plan-workbook"
DOWNLOADS = frozenset({PLAN_WORKBOOK})
"""Files that the build makes, as the target of a link."""
LISTS = frozenset(
    {
        "list:data-citation",
        "list:data-columns",
        "list:data-tables",
        "list:data-whole",
        "list:latest-news",
        "list:library",
        "list:offline-copies",
        "list:practices-by-size",
        "list:publications",
        "list:situations",
        "list:ways",
        "list:worksheets",
    }
)
"""Lists that a page may ask for where they should stand, as `[](list:latest-news)` at the beginning of a line."""


def record_reference(target: str) -> tuple[str, str, str] | None:
    """Split `standard:icescr#art-11-1` into kind, id and anchor; None where the target is no record link."""
    kind, colon, rest = target.partition(":")
    if not colon or kind not in RECORD_KINDS:
        return None
    id, _, anchor = rest.partition("#")
    return kind, id, anchor
