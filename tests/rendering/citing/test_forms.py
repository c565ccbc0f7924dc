"""A citation is read by other programs as it was written: BibTeX by pybtex and a reader of TeX, RIS by rispy."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import replace

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from golocal.rendering.citing.bibtex import bibtex, tex
from golocal.rendering.citing.citable import Citable, citation_key
from golocal.rendering.citing.plain import as_markdown, plain
from golocal.rendering.citing.ris import ris

CITED = Citable(
    key="golocal_practice_heat-fund",
    author="Go Local: human rights in local government",
    title="A heat fund",
    kind="City practice",
    version="1.2",
    date=datetime.date(2031, 3, 1),
    independence="Independent; not a publication of anybody else.",
)
ARTICLE = replace(CITED, key="golocal_article_papers-9_who-pays", form="article", series="Go Local Papers", number="9")
RECORD = replace(CITED, provenance="record", kind="Library record", original="https://example.org/a_book?x=1&y=50%")
SIGNS = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textbar": "|",
    "textasciicircum": "^",
    "textless": "<",
    "textgreater": ">",
}
"""Commands of LaTeX itself that the reader lacks or shows as another sign."""
TITLES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1).filter(
    lambda text: bool(text.strip())
)
AWKWARD = [
    "50 % of R&D: #1 in C_2 for $5 ~ or ^ or \\ and {one} brace } or {",
    "Straße, Łódź, Αθήνα, Київ, القاهرة, 光州",
    "Who pays -- and --- who ``does'' not?`",
    "@misc{trap, title = {x}}",
    "ER  - TY  - GEN",
    "A title, \"quoted\", it's 'so' \\emph{x} \\\\ \\&",
]


def entry(text: str) -> Entry:
    """The one entry of a BibTeX file."""
    (found,) = parse_string(text, "bibtex").entries.values()
    return found


def shown(value: str) -> str:
    """What TeX would print."""
    context = get_default_latex_context_db()
    macros = [MacroTextSpec(name, sign) for name, sign in SIGNS.items()]
    context.add_context_category("signs", macros=macros, prepend=True)
    return str(LatexNodes2Text(latex_context=context, strict_latex_spaces=True).latex_to_text(value))


def collapsed(text: str) -> str:
    return " ".join(text.split())


def curled(text: str) -> str:
    """The text with the quotation marks that a reader of TeX gives to single signs."""
    return text.replace("`", "‘").replace("'", "’")


@pytest.mark.parametrize("title", AWKWARD)
def test_awkward_titles_come_out_of_bibtex_as_they_went_in(title: str) -> None:
    assert curled(shown(entry(bibtex(replace(CITED, title=title))).fields["title"])) == curled(collapsed(title))


@given(TITLES)
def test_any_title_comes_out_of_bibtex_as_it_went_in(title: str) -> None:
    found = entry(bibtex(replace(CITED, title=title)))
    assert curled(shown(found.fields["title"])) == curled(collapsed(title))
    assert set(found.fields) == {"title", "year", "month", "note"}


@pytest.mark.parametrize("title", AWKWARD)
def test_awkward_titles_come_out_of_ris_as_they_went_in(title: str) -> None:
    (found,) = rispy.loads(ris(replace(CITED, title=title)))
    assert found["title"] == collapsed(title)


@given(TITLES)
def test_any_title_comes_out_of_ris_as_it_went_in(title: str) -> None:
    (found,) = rispy.loads(ris(replace(CITED, title=title)))
    assert found["title"] == collapsed(title)
    assert found["type_of_reference"] == "ELEC"


def test_many_entries_make_one_file() -> None:
    cited = [replace(CITED, key=f"golocal_practice_{number}", title=title) for number, title in enumerate(AWKWARD)]
    assert len(parse_string("\n\n".join(map(bibtex, cited)), "bibtex").entries) == len(AWKWARD)
    assert len(rispy.loads("\n".join(f"{ris(one)}\n" for one in cited))) == len(AWKWARD)


def test_the_author_is_one_body() -> None:
    (person,) = entry(bibtex(CITED)).persons["author"]
    assert str(person) == "{Go Local: human rights in local government}"
    (found,) = rispy.loads(ris(CITED))
    assert found["authors"] == [CITED.author]


def test_plain_form_of_a_page() -> None:
    assert plain(CITED) == (
        "Go Local: human rights in local government. 2031. “A heat fund.” City practice, version 1.2, 1 March 2031. "
        "Independent; not a publication of anybody else."
    )


def test_an_article_names_series_and_number_in_every_form() -> None:
    assert "” Go Local Papers 9, version 1.2, 1 March 2031." in plain(ARTICLE)
    found = entry(bibtex(ARTICLE))
    assert (found.type, found.fields["journal"], found.fields["number"]) == ("article", "Go Local Papers", "9")
    (record,) = rispy.loads(ris(ARTICLE))
    assert (record["type_of_reference"], record["secondary_title"], record["volume"]) == (
        "JOUR",
        "Go Local Papers",
        "9",
    )


def test_a_record_is_never_given_as_the_work() -> None:
    forms = plain(RECORD), shown(entry(bibtex(RECORD)).fields["title"]), rispy.loads(ris(RECORD))[0]["title"]
    assert all("Catalogue record of ‘A heat fund’" in form for form in forms)
    assert "Not the work itself (original: https://example.org/a_book?x=1&y=50%)." in plain(RECORD)
    assert "[https://example.org/a\\_book?x=1&y=50%](https://example.org/a_book?x=1&y=50%)" in as_markdown(RECORD)
    assert CITED.independence in shown(entry(bibtex(RECORD)).fields["note"])


@pytest.mark.parametrize(
    ("original", "own"),
    [("https://example.org/a", "https://example.org/a/b/"), ("https://example.org/a/b/", "https://example.org/a")],
)
def test_an_address_that_begins_another_is_linked_once(original: str, own: str) -> None:
    text = as_markdown(replace(RECORD, original=original, address=own))
    assert f"(original: [{original}]({original}))." in text
    assert text.endswith(f" [{own}]({own})")
    assert text.count("](") == 2


def test_ris_ends_with_its_last_tag_and_the_space_after_it() -> None:
    assert all(ris(cited).splitlines()[-1] == "ER  - " for cited in (CITED, ARTICLE, RECORD))


def test_no_address_is_printed_where_the_site_has_none() -> None:
    assert "http" not in plain(CITED) + bibtex(CITED) + ris(CITED)
    cited = replace(CITED, address="https://example.org/a_b/")
    assert plain(cited).endswith(" https://example.org/a_b/")
    assert entry(bibtex(cited)).fields["url"] == "https://example.org/a_b/"
    assert rispy.loads(ris(cited))[0]["urls"] == ["https://example.org/a_b/"]


def test_what_has_no_date_says_so() -> None:
    cited = replace(CITED, date=None, status="draft")
    assert ". No date. “A heat fund.” City practice, version 1.2, draft. " in plain(cited)
    assert "year" not in entry(bibtex(cited)).fields
    assert "year" not in rispy.loads(ris(cited))[0]


def test_keys_of_different_pages_differ() -> None:
    assert citation_key("chapter-part", "a/b") != citation_key("chapter", "part-a-b")
    assert re.fullmatch(r"[a-z0-9_-]+", citation_key("worksheet", "a-b/c"))


def test_letters_stay_letters() -> None:
    text = "Größe ñandú Žižek"
    assert tex(text) == text == unicodedata.normalize("NFC", text)
