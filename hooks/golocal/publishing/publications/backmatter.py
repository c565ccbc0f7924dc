"""What stands after the texts of a publication: sources, glossary, pages on the site, imprint. Each is a page in Markdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from golocal.content.corpus import Document
from golocal.content.dates import days_of
from golocal.content.mentions import RecordKey
from golocal.publishing.publications.imprint import Imprint
from golocal.publishing.publications.links import ELSEWHERE, TERM, Used
from golocal.rendering.citing.plain import as_markdown
from golocal.rendering.kind_names import MANY
from golocal.rendering.pages.documents import PROVENANCE
from golocal.rendering.publications import Publication, Text
from golocal.rendering.site import Site
from golocal.rendering.staged_page import StagedPage
from golocal.rendering.text import day_in_words, escape, facts

OTHERS = "Other pages"
_GROUPS = [*dict.fromkeys(MANY.values()), OTHERS]
_BELOW_TITLE = (
    "The texts above name these pages. They are not in this file but on the site, where the search finds them by title."
)


def back_matter(
    site: Site, publication: Publication, imprint: Imprint, used: Used, about_the_file: str
) -> Iterator[tuple[str, StagedPage]]:
    """Id and page of each; those that would be empty are left out."""
    texts = {
        ("sources", "Sources"): site.workshop.expander.source_list(site.workshop.expander.in_order(used.sources)),
        ("glossary", "Glossary"): _glossary(site, used),
        ("on-the-site", "On the site"): _pages(site, used),
        ("imprint", "Imprint"): _imprint(site, publication, imprint, about_the_file),
    }
    for (id, title), text in texts.items():
        if text:
            yield id, StagedPage(f"downloads/{publication.name}", "page", title, "", text, True)


def _glossary(site: Site, used: Used) -> str:
    entries = [entry for id in used.terms if (entry := site.catalogue.entries.get(RecordKey("term", id)))]
    by_title = sorted(entries, key=lambda entry: entry.title.casefold())
    return "\n\n".join(
        f"{escape(entry.title)} {{: #{TERM}{entry.page_anchor} }}\n:   {escape(entry.summary)}" for entry in by_title
    )


def _pages(site: Site, used: Used) -> str:
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for number, path in enumerate(used.pages):
        title, group = _title_and_group(site, path)
        address = site.workshop.identity.address_of(path)
        shown = f"{escape(title)}: [{escape(address)}]({address})" if address else escape(title)
        groups[group].append((title.casefold(), f"- {shown}\n    {{: #{ELSEWHERE}{number} }}"))
    lists = [
        f"## {group}\n\n" + "\n".join(row for _, row in sorted(groups[group])) for group in _GROUPS if group in groups
    ]
    return "\n\n".join([_BELOW_TITLE, *lists]) if lists else ""


def _title_and_group(site: Site, path: str) -> tuple[str, str]:
    if path in site.catalogue.corpus.documents:
        document = site.catalogue.corpus.documents[path]
        return site.workshop.page_title(path), MANY.get(document.kind, OTHERS)
    if path in site:
        page = site.page(path)
        return page.title, MANY.get(page.kind, OTHERS)
    return path.rpartition("/")[2], OTHERS


def _imprint(site: Site, publication: Publication, imprint: Imprint, about_the_file: str) -> str:
    documents = [site.catalogue.corpus.documents[path] for path in publication.paths]
    provenance = dict.fromkeys(PROVENANCE.get(str(document.front.get("provenance")), "") for document in documents)
    rows = [
        ("Publication", escape(imprint.title)),
        ("By", escape(imprint.author)),
        ("Whose it is not", escape(imprint.independence)),
        ("What it is", escape("; ".join(filter(None, provenance)))),
        ("Version", escape(imprint.version)),
        ("Newest change", day_in_words(imprint.date)),
        ("Review", escape(imprint.reviewed)),
        ("Licence", escape(imprint.licence)),
        ("How to cite", as_markdown(imprint.cited)),
        ("This file", about_the_file),
    ]
    return f"{facts(rows)}\n\n{_versions(site, publication, documents)}"


def _versions(site: Site, publication: Publication, documents: list[Document]) -> str:
    if len(documents) < 2:
        return ""
    rows = [
        f"| {escape(_title_in(site, text))} | {escape(str(document.front.get('version') or ''))} "
        f"| {day_in_words(max(days_of(document), default=None)) or 'no date'} |"
        for text, document in zip(publication.texts, documents, strict=True)
    ]
    return "\n".join(["## Versions of the texts", "", "| Text | Version | Date |", "| --- | --- | --- |", *rows])


def _title_in(site: Site, text: Text) -> str:
    """Title of a text; a part of one of several chapters is named with its chapter."""
    if text.title:
        return text.title
    return site.workshop.page_title(text.path) if text.level > 1 else site.page(text.path).title
