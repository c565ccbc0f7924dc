"""Formatted sources: labels and entries by pandoc, safe as Markdown, the same from the cache."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import markdown
import pytest
from lxml import html

from golocal.rendering import references
from golocal.rendering.pandoc import CitationsUnavailable
from golocal.rendering.references import (
    FormattedSource,
    format_sources,
    shortened,
    unformatted,
)

HOSTILE = "Rights *in* [cities](javascript:1) and <b>x</b> snake_case $5 $6 @foo ~sub~ `code` {b} \\emph | x"
RECORDS: dict[str, dict[str, Any]] = {
    "hostile": {"type": "book", "title": HOSTILE, "author": [{"family": "O*a*", "given": "B"}], "issued": "2012"},
    "late": {"type": "book", "title": "Second", "author": [{"family": "Lee", "given": "A"}], "issued": "2012-05"},
    "early": {"type": "book", "title": "First", "author": [{"family": "Lee", "given": "A"}], "issued": "2012"},
    "body": {
        "type": "report",
        "title": "A report",
        "author": [{"literal": "Office of the Commissioner of Wells"}],
        "issued": "2001-05-04",
        "number": "A/56_7_8",
        "URL": "https://example.org/a_b_(c)--d?x=1&y=*2*",
        "read": "part",
        "note": "not shown",
    },
    "undated": {"type": "webpage", "title": "Undated page", "author": [{"literal": "City (of X)"}]},
    "unsigned": {"type": "book", "title": "Nobody's “book”", "issued": "1999"},
}


FOREIGN: dict[str, dict[str, Any]] = {
    "article": {
        "type": "article-newspaper",
        "title": "Potešili sa *sprchám*",
        "issued": "2008",
        "container-title": "Korzár",
        "language": "sk",
    },
    "book": {"type": "book", "title": "Handbuch", "author": [{"literal": "Bund"}], "issued": "2011", "language": "de"},
    "described": {
        "type": "webpage",
        "title": "Plan of the city",
        "author": [{"literal": "Yonhap"}],
        "issued": "2017",
        "language": "ko",
        "title_language": "en",
    },
    "british": {"type": "book", "title": "Rights", "issued": "2001", "language": "en-GB"},
    "unsigned": {"type": "book", "title": "Droits", "issued": "2001", "language": "fr"},
}


@pytest.fixture(scope="module")
def formatted() -> dict[str, FormattedSource]:
    return format_sources(RECORDS)


def shown(text: str) -> html.HtmlElement:
    output = markdown.markdown(text, extensions=["attr_list", "tables"])
    return html.fragment_fromstring(output, create_parent="div")


def test_labels_are_author_and_year(formatted: dict[str, FormattedSource]) -> None:
    assert {key: source.label for key, source in formatted.items()} == {
        "hostile": "O*a* 2012",
        "late": "Lee 2012b",
        "early": "Lee 2012a",
        "body": "Office of the Commissioner of Wells 2001",
        "undated": "City (of X), n.d.",
        "unsigned": "Nobody’s “Book” 1999",
    }


def test_year_stands_alone_with_its_letter(formatted: dict[str, FormattedSource]) -> None:
    assert {key: source.year for key, source in formatted.items()} == {
        "hostile": "2012",
        "late": "2012b",
        "early": "2012a",
        "body": "2001",
        "undated": "n.d.",
        "unsigned": "1999",
    }


def test_markup_in_fields_is_shown_as_written(formatted: dict[str, FormattedSource]) -> None:
    entry = shown(formatted["hostile"].entry)
    assert not entry.xpath("//a | //b | //code")
    assert "*in* [Cities](javascript:1)" in entry.text_content()
    assert "<b>x</b>" in entry.text_content()


def test_addresses_stay_as_they_are(formatted: dict[str, FormattedSource]) -> None:
    (link,) = shown(formatted["body"].entry).xpath("//a")
    assert link.get("href") == RECORDS["body"]["URL"]
    assert link.text_content() == RECORDS["body"]["URL"]


def test_marks_of_ours_do_not_reach_the_entry(formatted: dict[str, FormattedSource]) -> None:
    assert "not shown" not in formatted["body"].entry
    assert "A/56_7_8" in shown(formatted["body"].entry).text_content()


def test_cached_result_equals_a_fresh_one(
    tmp_path: Path, formatted: dict[str, FormattedSource], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert format_sources(RECORDS, tmp_path) == formatted
    monkeypatch.setattr(references, "_run_pandoc", lambda data: pytest.fail("the cache was not used"))
    assert format_sources(RECORDS, tmp_path) == formatted


@pytest.mark.parametrize("damaged", ["", '{"early": {"label": "Lee', "[]", '{"early": {}}'])
def test_a_damaged_cache_is_made_again(tmp_path: Path, damaged: str) -> None:
    records = {"early": RECORDS["early"]}
    formatted = format_sources(records, tmp_path)
    [store] = tmp_path.iterdir()
    store.write_text(damaged, encoding="utf-8")
    assert format_sources(records, tmp_path) == formatted
    assert list(tmp_path.iterdir()) == [store]


def test_changed_record_is_formatted_anew(tmp_path: Path) -> None:
    before = format_sources({"early": RECORDS["early"]}, tmp_path)
    after = format_sources({"early": {**RECORDS["early"], "issued": "1901"}}, tmp_path)
    assert (before["early"].label, after["early"].label) == ("Lee 2012", "Lee 1901")


def test_order_of_records_does_not_matter(formatted: dict[str, FormattedSource]) -> None:
    assert format_sources(dict(reversed(RECORDS.items()))) == formatted


def test_without_pandoc_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise OSError("no pandoc")

    monkeypatch.setattr("pypandoc.get_pandoc_path", missing)
    with pytest.raises(CitationsUnavailable, match="install requirements"):
        format_sources(RECORDS)


def test_no_records_need_no_pandoc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(references, "_run_pandoc", lambda data: pytest.fail("pandoc ran"))
    assert format_sources({}) == {}


def test_preview_shows_keys_and_titles() -> None:
    assert unformatted({"ash": {"title": "On *wells*"}}) == {"ash": FormattedSource("ash", "ash", "On \\*wells\\*")}


def test_long_names_are_shortened_in_labels_only(formatted: dict[str, FormattedSource]) -> None:
    names = {"Office of the Commissioner of Wells": "OCW", "Office": "O"}
    short = shortened(formatted, names)["body"]
    assert short.label == "OCW 2001"
    assert short.entry == formatted["body"].entry


def test_a_title_in_another_language_says_so() -> None:
    sources = format_sources(FOREIGN)
    marked = {
        key: [(part.text_content(), part.get("lang")) for part in shown(source.entry).xpath(".//*[@lang]")]
        for key, source in sources.items()
    }
    assert marked == {
        "article": [("Potešili sa *sprchám*", "sk")],
        "book": [("Handbuch", "de")],
        "described": [],
        "british": [],
        "unsigned": [("Droits", "fr")],
    }
    assert shown(sources["article"].entry).text_content().endswith("2008. “Potešili sa *sprchám*.”")
    assert {key: source.language for key, source in sources.items()} == {
        "article": "",
        "book": "",
        "described": "",
        "british": "",
        "unsigned": "fr",
    }


def test_marks_of_language_survive_the_cache(tmp_path: Path) -> None:
    assert format_sources(FOREIGN, tmp_path) == format_sources(FOREIGN, tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("label", "entry", "called"),
    [
        ("FRA 2019", "European Agency for Rights. 2019. *Report*.", "FRA 2019"),
        ("GDPR 2016", "Regulation (EU) 2016/679, Official Journal (2016).", "GDPR 2016"),
        ("CMW Committee 2017", "Committee on Migrant Workers. 2017. *Comment*.", "CMW Committee 2017"),
        ("de Graaf 2022", "Graaf, Joost de. 2022. *Uitleg*{: lang=nl }.", "de Graaf 2022"),
        ("Oomen 2016", "Oomen, Barbara. 2016. *Cities*.", ""),
        ("R. Cox 2025", "Cox, Robert. 2025. “Gaps.”", ""),
        ("“Gaps” 2016", "“*Gaps*{: .upright lang=nl }.” 2016.", ""),
        ("Ältere Leute 2020", "Altere Leute. 2020.", ""),
    ],
)
def test_a_source_is_called_by_its_label_where_its_entry_begins_otherwise(label: str, entry: str, called: str) -> None:
    assert FormattedSource(label, "", entry).called == called


def test_sources_stand_where_readers_look_for_them() -> None:
    rows = [
        FormattedSource("The Herald 2019", "2019", "*The Herald*. 2019. “News.”"),
        FormattedSource("“Alpha” 2020", "2020", "“Alpha.” 2020."),
        FormattedSource("Ćosić 2001", "2001", "Ćosić, A. 2001. *Wells*."),
        FormattedSource("FRA 2019", "2019", "European Agency for Rights. 2019. *Report*."),
        FormattedSource("FRA, n.d.", "n.d.", "European Agency for Rights. n.d. *Page*."),
        FormattedSource("Gent 2018", "2018", "Gent. 2018."),
        FormattedSource("Dee 2018", "2018", "Dee, B. 2018."),
    ]
    found = [source.label for source in sorted(rows, key=lambda source: source.place)]
    assert found == ["“Alpha” 2020", "Ćosić 2001", "Dee 2018", "FRA 2019", "FRA, n.d.", "Gent 2018", "The Herald 2019"]
