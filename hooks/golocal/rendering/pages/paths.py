"""Learning paths: all of them by role, and the modules of one in order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from golocal.content.catalogue import Entry
from golocal.content.corpus import Document
from golocal.rendering.pages import self_checks
from golocal.rendering.pages.page import Workshop
from golocal.rendering.text import bullets, escape, section

_MINUTES = re.compile(r"([0-9]{1,4})(?: minutes)?")


def all_paths(workshop: Workshop, page: str) -> str:
    """The paths, those of one role together, then the topics of the questions."""
    paths = workshop.catalogue.of_kind("learning-path")
    roles = list(workshop.catalogue.corpus.vocabularies.get("audience", {}))
    in_order = sorted(paths, key=lambda entry: (_place(roles, str(entry.data["role"])), entry.title.casefold()))
    rows = bullets(_path(workshop, page, entry) for entry in in_order)
    return f"{rows}\n\n{section('Test yourself', self_checks.topic_list(workshop, page))}".strip()


def _place(roles: list[str], role: str) -> int:
    return roles.index(role) if role in roles else len(roles)


def _path(workshop: Workshop, page: str, entry: Entry) -> str:
    role, time = workshop.label("audience", entry.data["role"]), escape(str(entry.data["time"]))
    return f"**{workshop.link(page, *entry.key)}**. *For {in_line(role)}. {time}.* {escape(entry.summary)}"


def modules(workshop: Workshop, document: Document) -> str:
    """The modules of a path in order, with the sum of their minutes; empty for other kinds."""
    if document.kind != "learning-path":
        return ""
    steps = document.front.get("modules") or []
    rows = "\n".join(f"{number}. {_module(workshop, document.path, step)}" for number, step in enumerate(steps, 1))
    return section("The modules", "\n\n".join(filter(None, (rows, _in_all(steps))))).strip() if rows else ""


def _module(workshop: Workshop, page: str, step: dict[str, Any]) -> str:
    named, minutes = workshop.record_links(page, [step["read"]]), str(step["minutes"])
    time = f"{minutes} minutes" if minutes.isdecimal() else escape(minutes)
    return f"**{named}**, {time}. {escape(step['exercise'])}"


def outcomes(front: Mapping[str, Any]) -> str:
    """What one can do afterwards, as one sentence."""
    return escape("; ".join(in_line(str(outcome).rstrip(".")) for outcome in front["outcomes"]))


def in_line(text: str) -> str:
    """Text as it stands within a sentence: its first letter is small."""
    return text[:1].lower() + text[1:]


def _in_all(steps: list[dict[str, Any]]) -> str:
    """The sum in hours and minutes; empty where a time is no number."""
    minutes = [_MINUTES.fullmatch(str(step["minutes"])) for step in steps]
    if None in minutes:
        return ""
    hours, rest = divmod(sum(int(found[1]) for found in minutes if found), 60)
    parts = (f"{hours} {'hour' if hours == 1 else 'hours'}" if hours else "", f"{rest} minutes" if rest else "")
    return f"In all {' '.join(filter(None, parts))}, exercises included."
