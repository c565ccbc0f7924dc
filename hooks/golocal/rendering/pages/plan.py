"""The page of the invented plan that the plan workbook shows as its example."""

from __future__ import annotations

from golocal.content.catalogue import Entry
from golocal.content.locations import record_page
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.pages.related import users_of_all
from golocal.rendering.text import bullets, escape, facts, section


def plan_page(workshop: Workshop) -> GeneratedPage:
    """All measures of the invented town, in the order of their numbers."""
    page = record_page("measure", "")[0]
    measures = sorted(workshop.catalogue.of_kind("measure"), key=lambda entry: int(entry.data["number"]))
    towns = ", ".join(dict.fromkeys(escape(entry.data["town"]) for entry in measures))
    lead = f"{towns}. Every figure is invented." if measures else ""
    summary = "The plan of an invented town, measure by measure: the example in the plan workbook."
    text = "\n\n".join(_measure(workshop, page, entry) for entry in measures)
    named = section("Related pages", bullets(users_of_all(workshop, page, [entry.key for entry in measures])))
    text += f"\n\n{named}" if named else ""
    return GeneratedPage(page, "measure", "A plan, filled in", summary, f"{text}\n", lead=lead)


def _measure(workshop: Workshop, page: str, entry: Entry) -> str:
    data = entry.data
    sheet = facts(
        [
            ("Right", workshop.record_links(page, [data["right"]])),
            ("Provision", workshop.record_links(page, [data["standard"]])),
            ("Objective", escape(data["objective"])),
            ("Indicator", workshop.record_links(page, [data["indicator"]])),
            ("Baseline", _value(data, "baseline")),
            ("Target", _value(data, "target")),
            ("Newest value", _value(data, "latest")),
            ("Budget line", escape(data["budget_line"])),
            ("Amount", f"{float(data['amount']):,.0f} {escape(data['money'])}"),
            ("Responsible", escape(data["responsible"])),
            ("State", workshop.label("measure-states", data["state"])),
        ]
    )
    return f"## {data['number']}. {escape(entry.title)} {{: #{entry.key.id} }}\n\n{sheet}"


def _value(data: dict[str, str], name: str) -> str:
    return f"{data[name]} in {data[f'{name}_year']}" if data.get(name) else ""
