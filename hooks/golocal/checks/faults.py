"""From what reading and the model could not accept to findings: the one loop that the rules about them share."""

from __future__ import annotations

from collections.abc import Iterator

from golocal.content.corpus import DataFile, Document
from golocal.content.validation import ModelFault
from golocal.findings import Finding, rule_named


def reading_faults(rule: str, source: Document | DataFile, messages: dict[str, tuple[str, str]]) -> Iterator[Finding]:
    """A finding for each fault whose kind has a message and a help; `{detail}` in the message is what was seen."""
    for fault in source.faults:
        if fault.kind in messages:
            message, help = messages[fault.kind]
            yield rule_named(rule).at(
                source, fault.line, fault.column, message.format(detail=fault.detail), fault.help or help
            )


def model_faults(source: Document | DataFile, kind: str) -> Iterator[ModelFault]:
    """The faults of one kind that the model found."""
    return (fault for fault in source.model_faults if fault.kind == kind)


def key_in_words(key: str) -> str:
    """A dotted path as an editor reads it: `see_also.[0]` is entry 1 of `see_also`."""
    before, _, last = key.rpartition(".")
    if before and last.startswith("["):
        return f"entry {int(last.strip('[]')) + 1} of {key_in_words(before)}"
    return f"`{last}` in {key_in_words(before)}" if ".[" in before else f"`{key}`"
