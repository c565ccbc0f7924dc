"""What stands around a written text: title, trust line, facts, related pages, sources."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from golocal.content.corpus import Document
from golocal.content.mentions import RecordKey
from golocal.rendering.kind_names import MANY
from golocal.rendering.pages import apparatus, lists, news, offers, paths, worksheets
from golocal.rendering.pages.page import Workshop
from golocal.rendering.pages.panel import beside_panel, rights_in_panel, topic_rows
from golocal.rendering.pages.related import related
from golocal.rendering.pages.rows import place_of
from golocal.rendering.text import RELATED, SOURCES, escape, in_people, link_to_host, long_date, marked, panel

PROVENANCE = {
    "original": "Our own text",
    "digest": "Digest: what we report of another's document",
    "record": "Catalogue record of another's work",
}
PLAIN_KINDS = frozenset({"page"})
NOT_FOUND = "Not found in the sources read"


def body(workshop: Workshop, document: Document, text: str, index: str) -> str:
    """The whole page of a written document in Markdown; `index` is a list that the page introduces."""
    parts = [f"# {escape(document.title)}\n"]
    if document.kind not in PLAIN_KINDS:
        parts.append(f"{escape(document.summary)}\n{{: .lead }}\n")
        parts.append(f"{trust_line(workshop, document)}\n{{: .trust }}\n")
    opening = FACTS[document.kind](workshop, document) if document.kind in FACTS else ""
    parts += [f"{opening}\n"] if opening else []
    expanded = lists.expand_lists(workshop, document.path, workshop.expander.body(document, text))
    parts.append(_with_index(expanded.strip(), index or paths.modules(workshop, document)) + "\n")
    key = RecordKey(document.kind, document.id)
    others = related(workshop, document.path, key, rights_in_panel(document)) if document.kind in MANY else ""
    parts.append(marked("Related pages", others, RELATED))
    parts.append(marked("Sources", workshop.expander.source_list(workshop.expander.cited_keys(document)), SOURCES))
    parts.append(offers.panel(workshop, document))
    parts.append(apparatus.of_document(workshop, document))
    return "\n".join(part for part in parts if part)


def _with_index(text: str, index: str) -> str:
    """The text with its list after the opening: what a reader came for stands before how to read it."""
    opening, heading, rest = text.partition("\n## ")
    return "\n\n".join(part for part in (opening, index, f"## {rest}" if heading else "") if part)


def trust_line(workshop: Workshop, document: Document) -> str:
    """Provenance, version, date, reviewer, independence."""
    front = document.front
    reviewer = front.get("reviewed_by")
    pieces = [
        PROVENANCE.get(str(front.get("provenance")), ""),
        escape(f"version {front['version']}") if front.get("version") else "",
        f"published {long_date(front['published'])}" if front.get("published") else f"status: {document.status}",
        f"reviewed by {escape(str(reviewer))}" if reviewer else "not yet reviewed by a practitioner",
    ]
    return f"{' · '.join(piece for piece in pieces if piece)}. {workshop.identity.independence}"


def _practice(workshop: Workshop, document: Document) -> str:
    front, page = document.front, document.path
    evidence = front.get("evidence") or {}
    return panel(
        [
            ("Place", f"{escape(front['city'])}, {workshop.place_link(page, front)}"),
            ("Region", workshop.topic_link(page, "regions", front["region"])),
            ("Size", workshop.size_link(page, front["population_class"])),
            ("Competence", workshop.label("competences", front["competence"]) if front.get("competence") else ""),
            ("Legal form", escape(str(front.get("legal_form") or ""))),
            ("Cost", escape(str(front.get("cost") or ""))),
            (
                "Size of the cost",
                workshop.label("cost-classes", front["cost_class"]) if front.get("cost_class") else "",
            ),
            ("Staff", escape(str(front.get("staff") or ""))),
            ("Paid by", escape(str(front.get("paid_by") or ""))),
            ("Started", str(front["started"])),
            ("State", workshop.label("practice-states", front["state"])),
            ("Evidence", _evidence(workshop, evidence)),
            ("Newest source", long_date(front["newest_source"])),
            ("Last confirmed", long_date(front["last_confirmed"]) if front.get("last_confirmed") else "by nobody yet"),
            ("Rights", workshop.rights(page, front.get("rights"))),
            *topic_rows(workshop, document),
        ],
        f"{place_of(workshop, front)} · {in_people(workshop.label('population-classes', front['population_class']))}",
    )


def _evidence(workshop: Workshop, evidence: dict[str, Any]) -> str:
    source = "independent" if evidence.get("independent") in ("yes", "true") else "not independent"
    return f"{workshop.label('evidence-reports', evidence.get('report'))}, {source}"


def _chapter(workshop: Workshop, document: Document) -> str:
    front = document.front
    return panel(
        [
            ("Download", offers.row(workshop, document)),
            ("Rights", workshop.rights(document.path, front.get("rights"))),
            *topic_rows(workshop, document),
            ("Chapter", str(front["number"])),
        ]
    )


def _record(workshop: Workshop, document: Document, rows: list[tuple[str, str]]) -> str:
    """The way to the original, which no screen folds, then what is known of it."""
    front, page = document.front, document.path
    readings = ", ".join(
        workshop.link(page, "reference", key, _label(workshop, key)) for key in front.get("as_summarised_by") or []
    )
    original = link_to_host("Original", front.get("original_url"))
    above = beside_panel(original, workshop.label("contents-marks", front["contents"]))
    return f"{above}\n\n{panel([*rows, ('As summarised by', readings)])}"


def _label(workshop: Workshop, key: str) -> str:
    source = workshop.expander.sources.get(key)
    return escape(source.label) if source else key


def _academy(workshop: Workshop, document: Document) -> str:
    front, page = document.front, document.path
    days = f"{long_date(front['starts'])} to {long_date(front['ends'])}"
    return _record(
        workshop,
        document,
        [
            ("Edition", str(front["edition"])),
            ("Days", days),
            ("Place", f"{escape(front['place'])} ({workshop.label('event-forms', front['form'])})"),
            ("Organisers", escape("; ".join(front["organisers"]))),
            ("Volume", workshop.link(page, "volume", front["volume"]) if front.get("volume") else ""),
            (
                "Outcome",
                workshop.link(page, "outcome", document.id) if workshop.catalogue.get("outcome", document.id) else "",
            ),
        ],
    )


def _outcome(workshop: Workshop, document: Document) -> str:
    front = document.front
    return _record(
        workshop,
        document,
        [
            ("Academy", workshop.link(document.path, "academy", front["of"])),
            ("Published", long_date(front["date"]) if front.get("date") else ""),
            ("Encouragements", str(front.get("item_count") or "")),
        ],
    )


def _meeting(workshop: Workshop, document: Document) -> str:
    front = document.front
    return _record(
        workshop,
        document,
        [
            ("Date", long_date(front["date"])),
            ("Body", escape(front["body"])),
            ("Document", escape(str(front.get("document") or ""))),
        ],
    )


def _volume(workshop: Workshop, document: Document) -> str:
    front, page = document.front, document.path
    return _record(
        workshop,
        document,
        [
            ("Number", str(front["number"])),
            ("Year", str(front.get("year") or NOT_FOUND)),
            ("Authors", escape("; ".join(front.get("authors") or [NOT_FOUND]))),
            ("Publisher", escape(front["publisher"])),
            ("Academy", workshop.link(page, "academy", front["academy"]) if front.get("academy") else ""),
        ],
    )


def _paper(workshop: Workshop, document: Document) -> str:
    front = document.front
    return panel(
        [
            ("Download", offers.row(workshop, document)),
            ("Takes up", workshop.record_links(document.path, front["takes_up"])),
            ("Number", str(front["number"])),
        ]
    )


def _article(workshop: Workshop, document: Document) -> str:
    front = document.front
    return f"**Abstract.** {escape(front['abstract'])}\n\n**Keywords:** {escape(', '.join(front['keywords']))}"


def _news(workshop: Workshop, document: Document) -> str:
    front = document.front
    return f"**{long_date(front['date'])}** · {news.category_link(workshop, document.path, front['category'])}"


def _learning_path(workshop: Workshop, document: Document) -> str:
    front = document.front
    return panel(
        [
            ("For", workshop.label("audience", front["role"])),
            ("Time", escape(front["time"])),
            ("Download", offers.row(workshop, document)),
            ("Afterwards you can", paths.outcomes(front)),
        ],
        f"for {paths.in_line(workshop.label('audience', front['role']))}, {paths.in_line(escape(front['time']))}",
    )


def _task(workshop: Workshop, document: Document) -> str:
    front = document.front
    return panel(
        [
            ("Rights", workshop.rights(document.path, front.get("rights"))),
            *topic_rows(workshop, document),
        ]
    )


FACTS: dict[str, Callable[[Workshop, Document], str]] = {
    "academy": _academy,
    "article": _article,
    "chapter": _chapter,
    "learning-path": _learning_path,
    "meeting": _meeting,
    "news": _news,
    "outcome": _outcome,
    "paper": _paper,
    "practice": _practice,
    "task": _task,
    "volume": _volume,
    "worksheet": worksheets.offer,
}
