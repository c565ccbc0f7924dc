"""Pages of the library, made of records alone: standards with provisions, rights, indicators, terms, sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from golocal.content.catalogue import Entry
from golocal.content.locations import collection_page, record_page
from golocal.content.mentions import RecordKey
from golocal.rendering.chain import LINKS, RECORDS, chain_figure
from golocal.rendering.pages.codes import with_codes
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.pages.plan import plan_page
from golocal.rendering.pages.related import related
from golocal.rendering.pages.sources import source_page
from golocal.rendering.text import bullets, escape, facts, link_to_host, long_date, section


def pages(workshop: Workshop) -> Iterator[GeneratedPage]:
    """All pages of the library."""
    for kind, maker in (("standard", _standard), ("right", _right), ("indicator", _indicator), ("chain", _chain)):
        for entry in workshop.catalogue.of_kind(kind):
            yield maker(workshop, entry)
    yield _collection(
        workshop,
        "standard",
        "Standards",
        "Treaties, resolutions, charters and frameworks that local governments work with.",
    )
    yield _collection(
        workshop, "right", "Rights", "What each right means in a town, what the city owes you and where to complain."
    )
    yield _collection(workshop, "indicator", "Indicators", "Method sheets of indicators that a town can compute.")
    yield _terms(workshop)
    yield _self_checks(workshop)
    yield source_page(workshop)
    yield plan_page(workshop)


def _footer(workshop: Workshop, page: str, key: RecordKey, keys: list[str]) -> str:
    known = [source for source in dict.fromkeys(keys) if source in workshop.expander.sources]
    return (
        section("Named in", related(workshop, page, key))
        + "\n"
        + section("Sources", workshop.expander.source_list(known))
    )


def _standard(workshop: Workshop, entry: Entry) -> GeneratedPage:
    data, page = entry.data, entry.page
    panel = facts(
        [
            ("Official title", escape(data["title"])),
            ("Body", escape(data["body"])),
            ("Symbol", escape(str(data.get("symbol") or ""))),
            ("Adopted", long_date(data["adopted"])),
            ("In force", long_date(data["in_force"]) if data.get("in_force") else ""),
            ("Form", workshop.label("standard-forms", data["form"])),
            ("Region", workshop.label("standard-regions", data["region"])),
            ("Binding", "yes" if data["binding"] in ("yes", "true") else "no"),
            ("Rights", workshop.rights(page, data.get("rights"))),
            ("Text", link_to_host("Text", data.get("url"))),
            ("Read by us", workshop.label("reading-marks", data["checked"])),
        ]
    )
    provisions = data.get("provisions") or {}
    articles = "\n\n".join(_provision(workshop, anchor, provision) for anchor, provision in provisions.items())
    keys = [data["source"], *(provision["source"] for provision in provisions.values())]
    text = f"{panel}\n\n" + section("What it asks of local governments", escape(data["asks_of_local_government"]))
    text += "\n" + section("Provisions", articles) + "\n" + _footer(workshop, page, entry.key, keys)
    return GeneratedPage(page, "standard", entry.title, entry.summary, text, lead=escape(data["summary"]), record=entry)


def _provision(workshop: Workshop, anchor: str, provision: dict[str, str]) -> str:
    source = workshop.expander.sources.get(provision["source"])
    cited = f" ([{escape(source.label)}](#ref-{provision['source']}))" if source else ""
    return f"### {escape(provision['label'])} {{: #{anchor} }}\n\n{escape(provision['gist'])}{cited}"


def _right(workshop: Workshop, entry: Entry) -> GeneratedPage:
    data, page = entry.data, entry.page
    text = "\n".join(
        [
            section("What it means here", escape(data["meaning"])),
            section("What the city owes you", bullets(map(escape, data["owes"]))),
            section("Where to complain", bullets(map(escape, data["complain"])) + f"\n\n{NO_ADVICE}"),
            section("Standards", bullets(workshop.record_links(page, [one]) for one in data.get("provisions") or [])),
            section("Services and goals", _services(data)),
            _footer(workshop, page, entry.key, data.get("sources") or []),
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
            ("Starter sets", workshop.labels("starter-sets", data.get("starter_sets"))),
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
    return GeneratedPage(page, "chain", entry.title, summary, f"{text}\n", lead=lead, record=entry)


def _collection(workshop: Workshop, kind: str, title: str, summary: str) -> GeneratedPage:
    page = collection_page(kind)
    row = _indicator_row if kind == "indicator" else Workshop.entry_row
    entries = sorted(workshop.catalogue.of_kind(kind), key=lambda entry: entry.title.casefold())
    rows = bullets(row(workshop, page, entry) for entry in entries)
    return GeneratedPage(page, "collection", title, summary, f"{rows}\n")


def _indicator_row(workshop: Workshop, page: str, entry: Entry) -> str:
    """One line: what is measured can be read on the sheet; here one chooses."""
    data = entry.data
    right = _right_of(workshop, page, data)
    sets = workshop.labels("starter-sets", data.get("starter_sets"))
    kind = workshop.label("indicator-types", data["type"])
    return " · ".join(filter(None, [f"**{workshop.link(page, *entry.key)}**", right, kind, sets]))


def _terms(workshop: Workshop) -> GeneratedPage:
    page = record_page("term", "")[0]
    by_title = sorted(workshop.catalogue.of_kind("term"), key=lambda entry: entry.title.casefold())
    rows = "\n\n".join(_term(workshop, page, entry) for entry in by_title)
    summary = "Terms as this site uses them, with the source behind each definition."
    keys = [str(entry.data["source"]) for entry in by_title if entry.data.get("source")]
    sources = workshop.expander.source_list(workshop.expander.in_order(keys))
    return GeneratedPage(page, "term", "Terms", summary, f"{rows}\n\n" + section("Sources", sources))


def _term(workshop: Workshop, page: str, entry: Entry) -> str:
    data = entry.data
    source = workshop.expander.sources.get(str(data.get("source")))
    cited = f" ([{escape(source.label)}](#ref-{data['source']}))" if source else ""
    more = facts(
        [
            ("Not", escape(", ".join(data.get("avoid") or []))),
            ("See also", workshop.record_links(page, data.get("see_also"))),
        ]
    )
    return f"## {escape(entry.title)} {{: #{entry.key.id} }}\n\n{escape(data['definition'])}{cited}" + (
        f"\n\n{more}" if more else ""
    )


def _self_checks(workshop: Workshop) -> GeneratedPage:
    page = record_page("self-check", "")[0]
    questions = workshop.catalogue.of_kind("self-check")
    asked = "\n\n".join(_question(entry) for entry in questions)
    answers = bullets(f"**{escape(entry.title)}** {_answer(workshop, page, entry)}" for entry in questions)
    summary = "Questions to test yourself, with the answers below. Nothing is stored or sent."
    keys = [key for entry in questions for key in entry.data["sources"]]
    text = f"{asked}\n\n" + section("Answers", answers)
    return GeneratedPage(
        page,
        "self-check",
        "Test yourself",
        summary,
        text + "\n" + _footer(workshop, page, RecordKey("self-check", ""), keys),
    )


def _question(entry: Entry) -> str:
    options = bullets(f"{letter}. {escape(text)}" for letter, text in entry.data["options"].items())
    return f"## {escape(entry.data['question'])} {{: #{entry.key.id} }}\n\n{options}"


def _answer(workshop: Workshop, page: str, entry: Entry) -> str:
    data = entry.data
    cited = "; ".join(f"[{escape(workshop.expander.sources[key].label)}](#ref-{key})" for key in data["sources"])
    return f"{data['answer']}. {escape(data['explanation'])} ({cited})"
