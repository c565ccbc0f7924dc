"""Pages of the library, made of records alone: standards with provisions, rights, indicators, terms, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from golocal.content.catalogue import Entry
from golocal.content.locations import record_page
from golocal.content.mentions import RecordKey
from golocal.reading.parts import record_reference
from golocal.rendering.chain import LINKS, RECORDS, chain_figure
from golocal.rendering.kind_names import MANY
from golocal.rendering.pages import situations
from golocal.rendering.pages.codes import with_codes
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.pages.panel import beside_panel
from golocal.rendering.pages.plan import plan_page
from golocal.rendering.pages.related import (
    group_text,
    groups,
    naming_provision,
    related,
    terms_beside,
    where_used,
)
from golocal.rendering.pages.rows import count, form_of
from golocal.rendering.text import (
    LISTING,
    bullets,
    escape,
    facts,
    folded,
    link_to_host,
    listing,
    long_date,
    panel,
    section,
)


def pages(workshop: Workshop) -> Iterator[GeneratedPage]:
    """The pages of single records, of terms and of the plan."""
    for kind, maker in (("standard", _standard), ("right", _right), ("indicator", _indicator), ("chain", _chain)):
        for entry in workshop.catalogue.of_kind(kind):
            yield maker(workshop, entry)
    yield _terms(workshop)
    yield plan_page(workshop)


def _footer(workshop: Workshop, page: str, key: RecordKey, keys: list[str], shown: Iterable[RecordKey] = ()) -> str:
    """Related pages without those that stand on the page already, then the sources."""
    known = [source for source in dict.fromkeys(keys) if source in workshop.expander.sources]
    entry = workshop.catalogue.entries.get(key)
    in_sheet = _in_sheet(entry.data) if entry and key.kind == "indicator" else ()
    relations = section("Related pages", related(workshop, page, key, (*shown, *in_sheet)))
    return relations + "\n" + section("Sources", workshop.expander.source_list(known))


def _standard(workshop: Workshop, entry: Entry) -> GeneratedPage:
    data, page = entry.data, entry.page
    about = panel(
        [
            ("Official title", escape(data["title"])),
            ("Body", escape(data["body"])),
            ("Symbol", escape(str(data.get("symbol") or ""))),
            ("Adopted", long_date(data["adopted"])),
            ("In force", long_date(data["in_force"]) if data.get("in_force") else ""),
            ("Form", workshop.label("standard-forms", data["form"])),
            ("Region", workshop.group_link(page, "standard-regions", data["region"])),
            ("Binding", "yes" if data["binding"] in ("yes", "true") else "no"),
            ("Rights", workshop.rights(page, data.get("rights"))),
        ],
        ", ".join(form_of(workshop, entry)),
    )
    provisions = data.get("provisions") or {}
    articles = "\n\n".join(_provision(workshop, entry, anchor) for anchor in provisions)
    keys = [data["source"], *(provision["source"] for provision in provisions.values())]
    above = beside_panel(link_to_host("Text", data.get("url")), workshop.label("reading-marks", data["checked"]))
    text = f"{above}\n\n{about}\n\n" + section(
        "What it asks of local governments", escape(data["asks_of_local_government"])
    )
    text += "\n" + section("Provisions", articles) + "\n" + _footer(workshop, page, entry.key, keys)
    return GeneratedPage(page, "standard", entry.title, entry.summary, text, lead=escape(data["summary"]), record=entry)


def _provision(workshop: Workshop, entry: Entry, anchor: str) -> str:
    provision = entry.data["provisions"][anchor]
    source = workshop.expander.sources.get(provision["source"])
    cited = f" ([{escape(source.label)}](#ref-{provision['source']}))" if source else ""
    users = naming_provision(workshop, entry.page, entry.key, anchor)
    label = f"Named by {count(len(users), 'record or page', 'records and pages')}"
    text = f"### {escape(provision['label'])} {{: #{anchor} }}\n\n{escape(provision['gist'])}{cited}"
    return f"{text}\n\n{folded(label, bullets(users), LISTING)}" if users else text


FIRST = tuple(MANY[kind] for kind in ("standard", "indicator", "practice", "task", "chapter"))
"""Groups of related records that have a section of their own on the page of a right."""


def _right(workshop: Workshop, entry: Entry) -> GeneratedPage:
    data, page = entry.data, entry.page
    found = groups(workshop, page, entry.key)
    first = {name: found[name] for name in FIRST if name in found}
    text = "\n".join(
        [
            situations.of_right(workshop, entry),
            f"[{OWED}](#{OWED_ANCHOR}) · [{COMPLAIN}](#{COMPLAIN_ANCHOR})\n{{: .jumps }}\n",
            section("What it means here", escape(data["meaning"])),
            section(OWED, bullets(map(escape, data["owes"])), OWED_ANCHOR),
            section(COMPLAIN, bullets(map(escape, data["complain"])) + f"\n\n{NO_ADVICE}", COMPLAIN_ANCHOR),
            section("Services and goals", _services(data)),
            *(listing(name, group_text(workshop, page, entry.key, name, keys)) for name, keys in first.items()),
            _footer(workshop, page, entry.key, data.get("sources") or [], chain.from_iterable(first.values())),
        ]
    )
    return GeneratedPage(page, "right", entry.title, entry.summary, text, lead=escape(data["summary"]), record=entry)


def _services(data: dict[str, Any]) -> str:
    return facts(
        [
            ("Municipal services", escape(", ".join(data.get("services") or []))),
            ("Targets of the 2030 Agenda", escape(", ".join(data.get("sdg_targets") or []))),
        ]
    )


OWED, OWED_ANCHOR = "What the city owes you", "what-the-city-owes-you"
COMPLAIN, COMPLAIN_ANCHOR = "Where to complain", "where-to-complain"
"""What residents look for first: the page of a right leads to both at its beginning."""
NO_ADVICE = "This site gives information, not legal advice, and cannot take complaints."


def _indicator(workshop: Workshop, entry: Entry) -> GeneratedPage:
    data, page = entry.data, entry.page
    right = _right_of(workshop, page, data)
    sheet = facts(
        [
            ("Code", entry.key.id.upper()),
            ("Right", right),
            ("Attribute", escape(data["attribute"])),
            ("Type", workshop.label("indicator-types", data["type"])),
            ("Numerator", with_codes(workshop, page, data["numerator"])),
            ("Denominator", with_codes(workshop, page, str(data.get("denominator") or ""))),
            ("Unit", escape(data["unit"])),
            ("Direction", workshop.label("directions", data["direction"])),
            ("Data from", escape("; ".join(data["data_sources"]))),
            ("Break down by", escape("; ".join(data.get("disaggregation") or []))),
            ("How often", escape(data["frequency"])),
            (
                "Starter sets",
                ", ".join(workshop.group_link(page, "starter-sets", id) for id in data.get("starter_sets") or []),
            ),
            ("SDG targets", escape(", ".join(data.get("sdg_targets") or []))),
            ("Standards", workshop.record_links(page, data.get("standards"))),
            ("Region of law", escape(str(data.get("region_of_law") or ""))),
        ]
    )
    text = section("Method sheet", sheet)
    text += "\n" + section("Cautions", with_codes(workshop, page, data["cautions"]))
    text += "\n" + section("Safety of people", escape(str(data.get("unsafe_where") or "")))
    text += "\n" + _footer(workshop, page, entry.key, data.get("sources") or [])
    lead = with_codes(workshop, page, data["definition"])
    return GeneratedPage(page, "indicator", entry.title, str(data["definition"])[:300], text, lead=lead, record=entry)


def _in_sheet(data: dict[str, Any]) -> Iterator[RecordKey]:
    """Records to which the method sheet of an indicator links."""
    yield RecordKey("right", data["right"])
    for reference in data.get("standards") or []:
        parts = record_reference(reference)
        if parts:
            yield RecordKey(*parts[:2])


def _right_of(workshop: Workshop, page: str, data: dict[str, Any]) -> str:
    return "All rights" if data["right"] == "all-rights" else workshop.link(page, "right", data["right"])


def _chain(workshop: Workshop, entry: Entry) -> GeneratedPage:
    data, page = entry.data, entry.page
    values = {
        key: workshop.record_links(page, [data[key]]) if key in RECORDS else escape(str(data[key])) for _, key in LINKS
    }
    whole = section("The links in full", facts((name, values[key]) for name, key in LINKS))
    summary = f"The chain from a standard to the responsible unit: {entry.title}."
    lead = f"An invented town, {escape(data['town'])}, with invented figures."
    figure = chain_figure(workshop.expander.named, page, entry)
    text = f"{figure}\n\n{whole}" if data.get("in_short") else figure
    named = (record_reference(str(data[key])) for key in RECORDS)
    links = [RecordKey(found[0], found[1]) for found in named if found]
    text = f"{text}\n{_footer(workshop, page, entry.key, [], links)}"
    return GeneratedPage(page, "chain", entry.title, summary, f"{text}\n", lead=lead, record=entry)


def _terms(workshop: Workshop) -> GeneratedPage:
    page = record_page("term", "")[0]
    by_title = sorted(workshop.catalogue.of_kind("term"), key=lambda entry: entry.title.casefold())
    rows = "\n\n".join(_term(workshop, page, entry) for entry in by_title)
    summary = "Terms as this site uses them, with the source behind each definition."
    keys = [str(entry.data["source"]) for entry in by_title if entry.data.get("source")]
    sources = workshop.expander.source_list(workshop.expander.in_order(keys))
    text = f"{_letters(by_title)}\n\n{rows}\n\n" + section("Sources", sources)
    return GeneratedPage(page, "term", "Terms", summary, text)


def _letters(entries: list[Entry]) -> str:
    """Each first letter, as a link to the first of its entries."""
    first: dict[str, str] = {}
    for entry in entries:
        first.setdefault(entry.title[0].upper(), entry.key.id)
    return " · ".join(f"[{escape(letter)}](#{id})" for letter, id in first.items())


def _term(workshop: Workshop, page: str, entry: Entry) -> str:
    data = entry.data
    source = workshop.expander.sources.get(str(data.get("source")))
    cited = f" ([{escape(source.label)}](#ref-{data['source']}))" if source else ""
    more = facts(
        [
            ("Not", escape(", ".join(data.get("avoid") or []))),
            ("See also", ", ".join(terms_beside(workshop, page, entry.key))),
        ]
    )
    text = f"## {escape(entry.title)} {{: #{entry.key.id} }}\n\n{escape(data['definition'])}{cited}"
    return "\n\n".join(filter(None, [text, more, where_used(workshop, page, entry.key)]))
