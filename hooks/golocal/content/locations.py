"""What a source path says: the kind of the document, its id, and its address on the site. Identity is the path."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple

_PATTERNS = (
    (r"docs/practices/(?P<id>[^/]+)\.md", "practice"),
    (r"docs/tasks/(?P<id>[^/]+)\.md", "task"),
    (r"docs/news/(?P<id>[^/]+)\.md", "news"),
    (r"docs/meetings/(?P<id>[^/]+)\.md", "meeting"),
    (r"docs/academy/(?P<id>[^/]+)/index\.md", "academy"),
    (r"docs/academy/(?P<id>[^/]+)/outcome\.md", "outcome"),
    (r"docs/learn/(?P<id>[^/]+)\.md", "learning-path"),
    (r"toolkit/(?P<id>[^/]+)/index\.md", "chapter"),
    (r"toolkit/(?P<chapter>[^/]+)/worksheets/(?P<id>[^/]+)\.md", "worksheet"),
    (r"toolkit/(?P<id>[^/]+/[^/]+)\.md", "chapter-part"),
    (r"volumes/(?P<id>hrgl-\d+)/index\.md", "volume"),
    (r"volumes/(?P<id>papers-\d+)/index\.md", "paper"),
    (r"volumes/(?P<id>papers-\d+/[^/]+)\.md", "article"),
    (r"(?P<id>.+)\.md", "page"),
)
HOME = "docs/index.md"
FIND = "docs/find.md"
"""Path that the generated page of the search would have."""
I_LIVE_HERE = "docs/i-live-here.md"
"""The entry for residents."""
_COMPILED = tuple((re.compile(pattern), kind) for pattern, kind in _PATTERNS)
_SEQUENCE = re.compile(r"((?:toolkit|volumes|docs/academy)/[^/]+)/")
_INDEX_PAGES = re.compile(r"docs/(?:practices|tasks|news|meetings|learn)/index\.md")

DATA_KINDS = {
    "standards": "standard",
    "rights": "right",
    "indicators": "indicator",
    "terms": "term",
    "references": "reference",
    "chains": "chain",
    "measures": "measure",
    "self-checks": "self-check",
    "vocabularies": "vocabulary",
}
_FOLDERS = {kind: folder for folder, kind in DATA_KINDS.items()}
RAW_DATA = "docs/data/"
_DATA = re.compile(r"docs/data/([a-z-]+)/([^/]+)\.yml")


class Identity(NamedTuple):
    """Kind and id of a document, as its path says."""

    kind: str
    id: str


def identify(path: str) -> Identity:
    """Kind and id of a Markdown source. A worksheet's id is `chapter/name`, an article's `volume/name`."""
    if _INDEX_PAGES.fullmatch(path):
        return Identity("page", path[:-3])
    for pattern, kind in _COMPILED:
        match = pattern.fullmatch(path)
        if match:
            groups = match.groupdict()
            chapter = groups.get("chapter")
            return Identity(kind, f"{chapter}/{groups['id']}" if chapter else groups["id"])
    return Identity("page", path)


def document_path(kind: str, id: str) -> str:
    """Path of the document of that kind and id; `identify` says whether the id has the form of its kind.

    Raises:
        StopIteration: documents of this kind do not exist.
    """
    pattern = next(pattern for pattern, name in _PATTERNS if name == kind)
    groups = {"id": id}
    if "(?P<chapter>" in pattern:
        groups["chapter"], _, groups["id"] = id.partition("/")
    return re.sub(r"\(\?P<(\w+)>[^)]*\)", lambda group: groups[group[1]], pattern).replace("\\", "")


def data_folder(kind: str) -> str:
    """Folder of the data files of a kind. Raises KeyError."""
    return f"docs/data/{_FOLDERS[kind]}"


def data_kind(path: str) -> str:
    """Kind of the records in a data file such as docs/data/standards/un.yml; empty where the folder is unknown."""
    match = _DATA.fullmatch(path)
    return DATA_KINDS.get(match.group(1), "") if match else ""


def staged_path(path: str) -> str:
    """Path of a source in a flat tree, whose root is the site's root: `docs/` is dropped."""
    return path.removeprefix("docs/")


def address(path: str, *, folders: bool = True) -> str:
    """Address of a source on the site, relative to its root: `library/standards/icescr/`, or `.html` without folders."""
    flat = staged_path(path)
    if not flat.endswith(".md"):
        return flat
    stem = flat[:-3]
    if not folders:
        return f"{stem}.html"
    if stem == "index":
        return ""
    return f"{stem.removesuffix('/index')}/"


def sequence_of(path: str) -> str:
    """Folder of the chapter, volume or edition of the Academy that a page belongs to; empty for a page that stands alone."""
    match = _SEQUENCE.match(path)
    return match.group(1) if match else ""


SHARED = ("term", "measure")
"""Kinds whose records stand on one page."""
SELF_CHECKS = "docs/learn/self-check/index.md"
"""Source path of the generated page that lists the topics of the questions."""
_NUMBER = re.compile(r"-\d+$")
_COLLECTION_FOLDERS = {"standard": "standards", "right": "rights", "indicator": "indicators", "reference": "sources"}


def record_page(kind: str, id: str) -> tuple[str, str]:
    """Source path and anchor of a record that has a generated page."""
    if kind == "term":
        return "docs/library/terms.md", id
    if kind == "reference":
        return f"docs/library/sources/{_first_sign(id)}.md", id
    if kind == "self-check":
        return f"{posixpath.dirname(SELF_CHECKS)}/{_NUMBER.sub('', id)}.md", id
    if kind == "measure":
        return "docs/library/plan.md", id
    return f"docs/library/{_COLLECTION_FOLDERS.get(kind, f'{kind}s')}/{id}.md", ""


def _first_sign(key: str) -> str:
    """Name of the page of sources whose keys begin alike: the letter, or one word for all that begin with none."""
    letter = key[:1].lower()
    return letter if letter.isascii() and letter.isalpha() else "other"


def collection_page(kind: str) -> str:
    """Source path of the generated page that lists all records of a kind."""
    return f"docs/library/{_COLLECTION_FOLDERS[kind]}/index.md"


def generated_record(page: str, anchor: str = "") -> tuple[str, str]:
    """Kind and id of the record that a generated page, or an anchor on it, shows: what `record_page` says, read backwards.

    The id is empty where the page lists all records of the kind and no anchor is given; both are empty for other pages.
    """
    for kind, folder in _COLLECTION_FOLDERS.items():
        match = re.fullmatch(rf"docs/library/{folder}/([^/]+)\.md", page)
        if match and kind == "reference":
            return kind, anchor
        if match:
            return kind, "" if page == collection_page(kind) else match.group(1)
    if posixpath.dirname(page) == posixpath.dirname(SELF_CHECKS):
        return "self-check", anchor
    shared = (kind for kind in SHARED if page == record_page(kind, "")[0])
    kind = next(shared, "")
    return kind, anchor if kind else ""


TOPIC_FOLDERS = {
    "themes": "themes",
    "functions": "functions",
    "commitments": "commitments",
    "policy-stages": "stages",
    "regions": "regions",
    "size-groups": "sizes",
}
"""Vocabularies whose entries have a generated page each, with the folder of these pages."""
ATLAS = "docs/library/atlas.md"
TIMELINE = "docs/library/timeline.md"
CROSSWALK = "docs/library/crosswalk.md"
COVERAGE = "docs/contribute/coverage.md"
OVERVIEWS = (ATLAS, TIMELINE, CROSSWALK, COVERAGE)
"""Generated pages that look at all records at once."""


def topic_page(vocabulary: str, id: str = "index") -> str:
    """Source path of the generated page of a vocabulary's entry, or of the list of all its entries. Raises KeyError."""
    return f"docs/library/{TOPIC_FOLDERS[vocabulary]}/{id}.md"


def is_topic_page(path: str) -> bool:
    """Whether `topic_page` gives that path for a vocabulary and one of its entries, or for the list of them."""
    return posixpath.dirname(path) in {f"docs/library/{folder}" for folder in TOPIC_FOLDERS.values()}


COLLECTION_PAGES = (
    *map(collection_page, _COLLECTION_FOLDERS),
    *(record_page(kind, "")[0] for kind in SHARED),
    SELF_CHECKS,
    FIND,
    *map(topic_page, TOPIC_FOLDERS),
    *OVERVIEWS,
)
"""Pages that the build makes even where they have no record to show, unless somebody has written them."""
