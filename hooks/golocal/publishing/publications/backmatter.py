"""What stands after the texts of a publication: sources, glossary, pages on the site, imprint. Each is a page in Markdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from golocal.content.corpus import Document
from golocal.content.dates import days_of
from golocal.content.locations import generated_record
from golocal.content.mentions import RecordKey
from golocal.publishing.publications.imprint import Imprint
from golocal.publishing.publications.links import ELSEWHERE, TERM, Used
from golocal.rendering.citing.plain import as_markdown
from golocal.rendering.kind_names import MANY
from golocal.rendering.pages.documents import PROVENANCE
from golocal.rendering.pages.indexes import contact_in_words
from golocal.rendering.pages.rows import place_of
from golocal.rendering.publications import Publication, Text
from golocal.rendering.search.terms import fold
from golocal.rendering.site import Site
from golocal.rendering.staged_page import StagedPage
from golocal.rendering.text import day_in_words, escape, facts

OTHERS, FILES = "Other pages", "Files"
HOW_MADE = ("docs/about/method.md", "How the texts were made")
"""The page and the heading under which the site says it."""
_GROUPS = [*dict.fromkeys(MANY.values()), OTHERS, FILES]
_BELOW_TITLE = "The texts above name these pages. They are not in this file but on the site of {}, where the search finds them by title."
_ALIKE = 4
"""Letters by which two words that begin with them stand close to each other in a glossary."""


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
    """Each term, and for each of its other forms in the texts where to look: on paper a reader has nothing but the words."""
    known: dict[str, str] = {}
    seen: dict[str, str] = {}
    for id, forms in used.terms.items():
        entry = site.catalogue.entries.get(RecordKey("term", id))
        if entry:
            title = escape(entry.title)
            known[entry.title] = f"{title} {{: #{TERM}{entry.page_anchor} }}\n:   {escape(entry.summary)}"
            others = {form[:1].upper() + form[1:] for form in forms if not _stand_together(form, entry.title)}
            seen |= {form: f"{escape(form)}\n:   See [{title}](#{TERM}{entry.page_anchor})." for form in others}
    rows = seen | known
    return "\n\n".join(rows[words] for words in sorted(rows, key=fold))


def _stand_together(form: str, title: str) -> bool:
    return fold(form)[:_ALIKE] == fold(title)[:_ALIKE]


def _pages(site: Site, used: Used) -> str:
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for number, path in enumerate(used.pages):
        title, group = _title_and_group(site, path)
        address = site.workshop.identity.address_of(path)
        shown = f"{title}: [{escape(address)}]({address})" if address else title
        groups[group].append((fold(title), f"- {shown}\n    {{: #{ELSEWHERE}{number} }}"))
    lists = [
        f"## {group}\n\n" + "\n".join(row for _, row in sorted(groups[group])) for group in _GROUPS if group in groups
    ]
    return "\n\n".join([_BELOW_TITLE.format(escape(site.workshop.identity.name)), *lists]) if lists else ""


def _title_and_group(site: Site, path: str) -> tuple[str, str]:
    """What a list shows of a page, as Markdown, and its group. Texts name a practice by its town, so that comes first."""
    document = site.catalogue.corpus.documents.get(path)
    if document:
        place = f"{place_of(site.workshop, document.front)}: " if document.kind == "practice" else ""
        return f"{place}{escape(site.workshop.page_title(path))}", MANY.get(document.kind, OTHERS)
    if path in site:
        page = site.page(path)
        return escape(_in_full(site, page)), MANY.get(page.kind, OTHERS)
    return escape(path.rpartition("/")[2]), FILES


def _in_full(site: Site, page: StagedPage) -> str:
    """The title of a page; of a standard that is known by a short one, both."""
    entry = site.catalogue.get(*generated_record(page.path)) if page.kind == "standard" else None
    whole = str(entry.data["title"]) if entry else page.title
    return page.title if whole == page.title else f"{page.title}: {whole}"


def _imprint(site: Site, publication: Publication, imprint: Imprint, about_the_file: str) -> str:
    documents = [site.catalogue.corpus.documents[path] for path in publication.paths]
    provenance = dict.fromkeys(PROVENANCE.get(str(document.front.get("provenance")), "") for document in documents)
    rows = [
        ("Publication", escape(imprint.title)),
        ("By", escape(imprint.author)),
        ("Whose it is not", escape(imprint.independence)),
        ("What it is", escape("; ".join(filter(None, provenance)))),
        ("How it was made", _how_made(site)),
        ("Version", escape(imprint.version)),
        ("Newest change", day_in_words(imprint.date)),
        ("Review", escape(imprint.reviewed)),
        ("Licence", escape(imprint.licence)),
        ("How to cite", as_markdown(imprint.cited)),
        ("Contact", contact_in_words(site.workshop.identity)),
        ("This file", about_the_file),
    ]
    return f"{facts(rows)}\n\n{_versions(site, publication, documents)}"


def _how_made(site: Site) -> str:
    """What the site says of it; empty where it says nothing."""
    path, heading = HOW_MADE
    text = site.page(path).text if path in site else ""
    return " ".join(text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0].split())


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
