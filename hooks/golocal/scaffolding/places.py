"""Where a new document goes: its id, its path, and what has to be there before."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from golocal.checks.files.names import ACCEPTED, is_refused, suggested
from golocal.checks.structure.chapter_incomplete import PARTS
from golocal.content.catalogue import Catalogue
from golocal.content.kinds import ALL_MODELS, DOCUMENT_MODELS
from golocal.content.locations import document_path, identify
from golocal.findings.hints import in_words, nearest
from golocal.scaffolding.examples import page_of
from golocal.scaffolding.refusal import Refused

SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")

# The kind whose folder a document of the other kind goes into.
HOMES = {"chapter-part": "chapter", "worksheet": "chapter", "article": "paper", "outcome": "academy"}
SERIES = {"volume": "hrgl", "paper": "papers"}
DATED = {"news": "{on}", "meeting": "{on.year}", "academy": "{on.year}"}


class Place(NamedTuple):
    """Id and repository path of a new document."""

    id: str
    path: str


def kind_named(name: str) -> str:
    """The kind of that name. Raises Refused, with the closest names."""
    if name in ALL_MODELS:
        return name
    close = nearest(name, ALL_MODELS) or sorted(ALL_MODELS)
    raise Refused(f"there is no kind `{name}`; kinds: {in_words(close)}")


def as_slug(title: str) -> str:
    """A title as a name for a file: small letters without accents, digits, hyphens; empty where none can be made."""
    return suggested(title.replace(".", " "))


def require_slug(name: str) -> None:
    """Raise Refused for a name that no file of ours may have."""
    if not SLUG.fullmatch(name) or is_refused(f"{name}.md"):
        instead = as_slug(name)
        hint = f"; for example `{instead}`" if instead not in ("", name) else ""
        raise Refused(f"the name {name!r} is refused; {ACCEPTED}{hint}")


def place(kind: str, name: str, home: str, on: datetime.date, catalogue: Catalogue) -> Place:
    """Id and path of a new document.

    Args:
        name: what the editor calls it; may be empty for the kinds that are numbered or have one name in their folder.
        home: id of the chapter, paper or Academy that it belongs to; empty where the name holds it.

    Raises:
        Refused: the name is not accepted, its home is missing, or the place is taken.
    """
    id = _id(kind, name, home, on, catalogue)
    path = document_path(kind, id)
    if identify(path) != (kind, id):
        raise Refused(f"`{id}` is not accepted as the id of a {kind}; see {page_of(kind)}")
    taken = catalogue.paths.get(path.casefold())
    if taken:
        raise Refused(f"{taken} is there already; nothing was changed")
    return Place(id, path)


def _id(kind: str, name: str, home: str, on: datetime.date, catalogue: Catalogue) -> str:
    if kind in SERIES:
        return _numbered(SERIES[kind], name, catalogue)
    if kind in HOMES:
        return _housed(kind, name, home, catalogue)
    parts = name.split("/") if kind == "page" else [name]
    for part in parts:
        require_slug(part)
    if kind == "page":
        return "/".join(["docs", *(parts[1:] if parts[0] == "docs" else parts)])
    begin = DATED.get(kind, "").format(on=on)
    return name if not begin or re.match(r"\d{4}-", name) else f"{begin}-{name}"


def _numbered(series: str, name: str, catalogue: Catalogue) -> str:
    number = name.removeprefix(f"{series}-") or str(next_number(f"volumes/{series}-", catalogue))
    if not re.fullmatch(r"[1-9]\d{0,2}", number):
        raise Refused(f"the id of this kind is a number such as 3, or `{series}-3`; got {name!r}")
    return f"{series}-{number}"


def next_number(start: str, catalogue: Catalogue) -> int:
    """One more than the highest number of the folders whose path begins so."""
    found = [re.match(rf"{re.escape(start)}(\d+)/", path) for path in catalogue.corpus.documents]
    return max((int(match[1]) for match in found if match), default=0) + 1


def _housed(kind: str, name: str, home: str, catalogue: Catalogue) -> str:
    home, name = _divided(kind, name, home)
    _require_home(kind, home, catalogue)
    if kind == "outcome":
        return home
    if not name:
        raise Refused(f"give the new {kind} a name: golocal new {kind} NAME --in {home}")
    require_slug(name)
    if kind == "chapter-part" and f"{name}.md" not in PARTS:
        raise Refused(f"a chapter has no part `{name}`; parts: {in_words(part[:-3] for part in PARTS)}")
    return f"{home}/{name}"


def _divided(kind: str, name: str, home: str) -> tuple[str, str]:
    if kind == "outcome":
        return home or name, ""
    first, _, last = name.rpartition("/")
    return home or first, last


def _require_home(kind: str, home: str, catalogue: Catalogue) -> None:
    needed = HOMES[kind]
    known = [entry.key.id for entry in catalogue.of_kind(needed)]
    if home in known:
        return
    if not home:
        raise Refused(f"say to which {needed} it belongs: --in {(known or ['NAME'])[0]}")
    close = nearest(home, known)
    hint = f"closest: {in_words(close)}" if close else f"begin with `golocal new {needed}`"
    raise Refused(f"there is no {needed} `{home}`; {hint}")


def is_document(kind: str) -> bool:
    """Whether a kind is written in Markdown; otherwise it is a record of a data file."""
    return kind in DOCUMENT_MODELS
