"""The page of a rule, read from the docstring of its module and written as Markdown."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import groupby

from golocal.findings.finding import Severity
from golocal.findings.registry import Rule

PUBLISHED = "2026-11-23"

_NAMES = ("Helps", "Why", "Wrong", "Right", "Fix", "Exceptions")
_LABEL = re.compile(r"(Helps|Why|Fix|Exceptions): (\S.*)")
_EXAMPLE = re.compile(r"(Wrong|Right) \(([^()]+)\):")
_PLACE = re.compile(
    r"(?P<path>[^,]+?)(?:, (?P<size>\d+) kB|, (?P<whole>whole file)|, on (?P<day>\d{4}-\d{2}-\d{2})| -> (?P<leads_to>\S+))?"
)
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]")
_LANGUAGES = {".md": "markdown", ".yml": "yaml"}


class MalformedPage(ValueError):
    """The docstring of a rule does not have the form that its page needs."""


@dataclass(frozen=True)
class Example:
    """A file that has the fault, or has it no more.

    Attributes:
        place: where it stands, in the words of the docstring.
        path: repository path of the file.
        text: what stands in the file.
        size: size in kB to which the text is repeated, 0 to leave it as it is.
        leads_to: where the file leads if it is a symbolic link; empty if it is none.
        whole: whether the text is the whole file; otherwise front matter of the kind comes before it.
        day: day on which the example is judged, empty where no rule asks for it.
    """

    place: str
    path: str
    text: str
    size: int = 0
    leads_to: str = ""
    whole: bool = False
    day: str = ""


@dataclass(frozen=True)
class RulePage:
    """What a rule asks for, whom that helps and why, an example of each side, how to fix it, and exceptions (may be empty)."""

    title: str
    helps: str
    why: str
    wrong: Example
    right: Example
    fix: str
    exceptions: str


def read_page(rule: Rule) -> RulePage:
    """The page of a rule. Raises MalformedPage where a section is missing, empty, unknown or out of order."""
    title, *blocks = re.split(r"\n{2,}(?=\S)", rule.page.strip("\n"))
    if "\n" in title or not title.endswith("."):
        raise MalformedPage(f"{rule.id}: the docstring begins with one sentence on one line, and a full stop")
    texts: dict[str, str] = {}
    examples: dict[str, Example] = {}
    for block in blocks:
        _read_block(rule.id, block, texts, examples)
    read = [*texts, *examples]
    missing = [name for name in _NAMES[:-1] if name not in read]
    if missing:
        raise MalformedPage(f"{rule.id}: the docstring lacks {', '.join(missing)}")
    return RulePage(
        title,
        texts["Helps"],
        texts["Why"],
        examples["Wrong"],
        examples["Right"],
        texts["Fix"],
        texts.get("Exceptions", ""),
    )


def _read_block(id: str, block: str, texts: dict[str, str], examples: dict[str, Example]) -> None:
    first, _, rest = block.partition("\n")
    label, example = _LABEL.fullmatch(first), _EXAMPLE.fullmatch(first)
    match = label or example
    if match is None:
        raise MalformedPage(f"{id}: a section begins with {', '.join(_NAMES)}; found {first[:60]!r}")
    name = match.group(1)
    if name in texts or name in examples:
        raise MalformedPage(f"{id}: {name} stands twice")
    if [*texts, *examples] and _NAMES.index(name) < max(map(_NAMES.index, [*texts, *examples])):
        raise MalformedPage(f"{id}: the order of the sections is {', '.join(_NAMES)}; {name} comes too late")
    if example:
        examples[name] = _example(id, example.group(2), rest)
    elif rest:
        raise MalformedPage(f"{id}: {name} is one paragraph on one line")
    else:
        texts[name] = match.group(2)


def _example(id: str, place: str, indented: str) -> Example:
    match = _PLACE.fullmatch(place)
    lines = indented.strip("\n").split("\n")
    if match is None or any(line and not line.startswith("    ") for line in lines) or not indented.strip():
        raise MalformedPage(f"{id}: the example ({place}) is a path and text indented by four spaces")
    text = "\n".join(line[4:] for line in lines) + "\n"
    leads_to, whole = match["leads_to"] or "", bool(match["whole"])
    return Example(place, match["path"], text, int(match["size"] or 0), leads_to, whole, match["day"] or "")


def as_markdown(rule: Rule) -> str:
    """The page as a Markdown document of the kind page, front matter included."""
    page = read_page(rule)
    front = {
        "title": rule.id,
        "summary": page.title,
        "status": "published",
        "provenance": "original",
        "version": "1.0",
        "published": PUBLISHED,
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    sections = [
        f"{page.title} {_weight(rule)}",
        f"## Who it helps\n\n{_capital(page.helps)}",
        f"## Why\n\n{_capital(page.why)}",
        f"## Wrong\n\n{_fenced(page.wrong)}",
        f"## Right\n\n{_fenced(page.right)}",
        f"## How to fix\n\n{_capital(page.fix)}",
    ]
    if page.exceptions:
        sections.append(f"## Exceptions\n\n{_capital(page.exceptions)}")
    return "\n".join(["---", *lines, "---", "", "\n\n".join(sections), ""])


def _weight(rule: Rule) -> str:
    if rule.settled is rule.draft:
        return "A finding is an error." if rule.settled is Severity.ERROR else "A finding is a warning."
    return f"A finding is an {rule.settled} in text under review and in published text, a {rule.draft} in drafts and in the archive."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _fenced(example: Example) -> str:
    longest = max((len(list(run)) for sign, run in groupby(example.text) if sign == "`"), default=0)
    fence = "`" * max(3, longest + 1)
    ending = example.path[example.path.rfind(".") :]
    shown = _INVISIBLE.sub(lambda match: f"\\u{ord(match.group()):04x}", example.text)
    return f"In `{example.place}`:\n\n{fence}{_LANGUAGES.get(ending, 'text')}\n{shown}{fence}"
