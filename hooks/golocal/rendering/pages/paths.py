"""Learning paths: all of them by role, and the modules of one as a table."""

from __future__ import annotations

import re
from typing import Any

from golocal.content.catalogue import Entry
from golocal.content.corpus import Document
from golocal.rendering.pages import self_checks
from golocal.rendering.pages.page import Workshop
from golocal.rendering.text import escape, section

_MINUTES = re.compile(r"([0-9]{1,4})(?: minutes)?")


def all_paths(workshop: Workshop, page: str) -> str:
    """A table of the paths, those of one role together, then the topics of the questions."""
    paths = workshop.catalogue.of_kind("learning-path")
    roles = list(workshop.catalogue.corpus.vocabularies.get("audience", {}))
    in_order = sorted(paths, key=lambda entry: (_place(roles, str(entry.data["role"])), entry.title.casefold()))
    rows = [_path(workshop, page, entry) for entry in in_order]
    table = "\n".join(["| For | Path | Time |", "| --- | --- | --- |", *rows]) if rows else ""
    return f"{table}\n\n{section('Test yourself', self_checks.topic_list(workshop, page))}".strip()


def _place(roles: list[str], role: str) -> int:
    return roles.index(role) if role in roles else len(roles)


def _path(workshop: Workshop, page: str, entry: Entry) -> str:
    role = workshop.label("audience", entry.data["role"])
    return f"| {role} | {workshop.entry_row(page, entry)} | {escape(entry.data['time'])} |"


def modules(workshop: Workshop, document: Document) -> str:
    """The modules of a path in order, with the sum of their minutes; empty for other kinds."""
    if document.kind != "learning-path":
        return ""
    steps = document.front.get("modules") or []
    rows = [_row(workshop, document.path, number, step) for number, step in enumerate(steps, 1)]
    table = "\n".join(["| Module | Read | Minutes | Then do |", "| --- | --- | --- | --- |", *rows])
    return section("The modules", "\n\n".join(filter(None, (table, _in_all(steps)))).strip()) if rows else ""


def _row(workshop: Workshop, page: str, number: int, step: dict[str, Any]) -> str:
    named = workshop.record_links(page, [step["read"]])
    return f"| {number} | {named} | {escape(step['minutes'])} | {escape(step['exercise'])} |"


def _in_all(steps: list[dict[str, Any]]) -> str:
    """The sum in hours and minutes; empty where a time is no number."""
    minutes = [_MINUTES.fullmatch(str(step["minutes"])) for step in steps]
    if None in minutes:
        return ""
    hours, rest = divmod(sum(int(found[1]) for found in minutes if found), 60)
    parts = (f"{hours} {'hour' if hours == 1 else 'hours'}" if hours else "", f"{rest} minutes" if rest else "")
    return f"In all {' '.join(filter(None, parts))}, exercises included."
