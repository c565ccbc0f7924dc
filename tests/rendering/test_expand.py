"""Sources become plain Markdown: citations, record links, cards, terms; code stays as it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from golocal.rendering.layout import FLAT, REPOSITORY, Layout

Expand = Callable[..., str]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("So it is [@ash2020].", "So it is ([Ash 2020](#ref-ash2020))."),
        ("It is [see @ash2020, p. 3].", "It is (see [Ash 2020](#ref-ash2020), p. 3)."),
        ("Ash wrote it [-@ash2020].", "Ash wrote it ([2020](#ref-ash2020))."),
        (
            "Two [@ash2020, art. 5; -@birch2021a].",
            "Two ([Ash 2020](#ref-ash2020), art. 5; [2021a](#ref-birch2021a)).",
        ),
        ("It [@un_2019].", "It ([Council \\[of\\] Towns 2019](#ref-un_2019))."),
        ("It [see\n@ash2020, p.\n3].", "It (see [Ash 2020](#ref-ash2020), p. 3)."),
        ("So it is [@ash2020]: clear.", "So it is ([Ash 2020](#ref-ash2020)): clear."),
        ("Two [@ash2020][@birch2021a].", "Two ([Ash 2020](#ref-ash2020))([Birch 2021a](#ref-birch2021a))."),
        ("Unknown [@nobody1900].", "Unknown ([nobody1900](#ref-nobody1900))."),
    ],
)
def test_citations(expand: Expand, written: str, shown: str) -> None:
    assert expand(written) == shown


@pytest.mark.parametrize(
    "text",
    [
        "`[@ash2020]` and ``[](standard:well-pact)`` and `duty-bearer`",
        "```\n[@ash2020]\n[](standard:well-pact)\nduty-bearer\n<!-- golocal: allow html-raw: a reason -->\n```",
        "~~~markdown\nTerm\n:   text\nOther\n:   text\n~~~",
        r"\[@ash2020\] and \[text\](standard:well-pact)",
        "Mail a@ash2020.example, [a link with @ash2020](page.md), [@ash2020](page.md).",
    ],
)
def test_code_escapes_and_links_stay_as_they_are(expand: Expand, text: str) -> None:
    assert expand(text) == text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("The [pact](standard:well-pact).", "The [pact](../library/standards/well-pact.md)."),
        ("The [](standard:well-pact).", "The [Well Pact](../library/standards/well-pact.md)."),
        (
            "See [article 1](standard:well-pact#art-1).",
            "See [article 1](../library/standards/well-pact.md#art-1).",
        ),
        ("See [](task:dig-a-well#first-day).", "See [Dig a \\*well\\*](../tasks/dig-a-well.md#first-day)."),
        ("A [term](term:baseline).", "A [term](../library/terms.md#baseline)."),
        ("Not [there](standard:no-pact).", "Not [there](standard:no-pact)."),
        ("No [kind](city:graz).", "No [kind](city:graz)."),
        ("The [pact][p].\n\n[p]: standard:well-pact", "The [pact][p].\n\n[p]: ../library/standards/well-pact.md"),
    ],
)
def test_record_links(expand: Expand, written: str, shown: str) -> None:
    assert expand(written) == shown


def test_link_to_the_page_itself_is_an_anchor(expand: Expand) -> None:
    text = "[first](task:cover-it#a-part)\n\n## A part\n\nText."
    assert expand(text, "docs/tasks/cover-it.md").startswith("[first](#a-part)\n")


def test_card_holds_title_summary_and_kind(expand: Expand) -> None:
    assert expand("Before.\n\n[](task:dig-a-well)\n\nAfter.") == (
        "Before.\n\n"
        "> [!NOTE] Task\n> **[Dig a \\*well\\*](../tasks/dig-a-well.md)**\n>\n> How a town digs a well.\n\n"
        "After."
    )


def test_card_keeps_the_anchor_that_was_named(expand: Expand) -> None:
    assert "](../library/standards/well-pact.md#art-1)**" in expand("[](standard:well-pact#art-1)")


def test_link_without_text_inside_a_line_is_no_card(expand: Expand) -> None:
    assert "[!NOTE]" not in expand("See [](task:dig-a-well).\n\n- [](task:dig-a-well)")


def test_waiver_lines_are_removed_outside_of_code_only(expand: Expand) -> None:
    waiver = "<!-- golocal: allow text-too-complex: it is a quotation -->"
    assert expand(f"One.\n\n{waiver}\nTwo.\n\n```\n{waiver}\n```") == f"One.\n\nTwo.\n\n```\n{waiver}\n```"


def test_definition_lists_get_their_blank_lines(expand: Expand) -> None:
    written = "Actor\n:   The office,\n    with others.\nOutput\n:   A page.\n:   A list.\n\nAfter."
    shown = "Actor\n:   The office,\n    with others.\n\nOutput\n:   A page.\n:   A list.\n\nAfter."
    assert expand(written) == shown
    assert expand(shown) == shown


def test_expansion_happens_inside_lists_tables_and_quotes(expand: Expand) -> None:
    text = "- [@ash2020]\n\n| a | b |\n| --- | --- |\n| [@ash2020] | [](standard:well-pact) |\n\n> [@ash2020]"
    shown = expand(text)
    assert shown.count("([Ash 2020](#ref-ash2020))") == 3
    assert "| [Well Pact](../library/standards/well-pact.md) |" in shown


def test_flat_layout_moves_links_between_folders(expand: Expand) -> None:
    text = "[up](../../docs/tasks/dig-a-well.md#first-day) [side](why.md) [here](#x) [far](https://a.example/docs/x.md)"
    assert expand(text, "toolkit/wells/index.md", FLAT) == (
        "[up](../../tasks/dig-a-well.md#first-day) [side](why.md) [here](#x) [far](https://a.example/docs/x.md)"
    )
    assert expand(text, "toolkit/wells/index.md") == text


def test_flat_layout_moves_images(expand: Expand) -> None:
    assert expand("![A well in a yard](../../docs/about/well.svg)", "toolkit/wells/index.md", FLAT) == (
        "![A well in a yard](../../about/well.svg)"
    )


DUTY = '[duty-bearer](../library/terms.md#duty-bearer "A body that must act, ”so to speak”, by *law*."){: .term }'


def test_only_the_first_occurrence_of_a_term_is_linked(expand: Expand) -> None:
    assert expand("The duty-bearer and\nother duty-bearers, a Duty-Bearer.") == (
        f"The {DUTY} and\nother duty-bearers, a Duty-Bearer."
    )


def test_the_longest_form_wins_and_words_stay_whole(expand: Expand) -> None:
    shown = expand("Baselines, a non-baseline, then a baseline\nstudy.")
    assert shown.startswith("Baselines, a non-baseline, then a [baseline\nstudy](../library/terms.md#baseline-study ")


@pytest.mark.parametrize(
    "place",
    [
        "## The duty-bearer",
        "The duty-bearer\n---------------",
        "[the duty-bearer](page.md)",
        "[the [inner] duty-bearer](page.md)",
        "![The duty-bearer at work](page.svg)",
        "`duty-bearer`",
        "```\nduty-bearer\n```",
        "> [!NOTE] The duty-bearer",
        "| The duty-bearer | b |\n| --- | --- |",
        "The duty-bearer | b\n--- | ---",
        "| The duty-bearer |\n|:--|",
        "Duty-bearer\n:   Who acts.",
        "Duty-bearer\n: Who acts.",
        "<https://example.org/duty-bearer>",
        "Written https://example.org/duty-bearer plainly",
        "[ref]: https://example.org/duty-bearer",
        "[see the duty-bearer @ash2020]",
        "<!-- golocal: allow text-too-complex: the duty-bearer asked for it -->",
    ],
)
def test_terms_are_linked_in_prose_only(expand: Expand, place: str) -> None:
    shown = expand(f"{place}\n\nHere the duty-bearer stands.")
    assert f"Here the {DUTY} stands." in shown
    assert shown.count("#duty-bearer") == 1


def test_terms_in_table_cells_and_lists_are_linked(expand: Expand) -> None:
    assert DUTY in expand("| a | b |\n| --- | --- |\n| the duty-bearer | x |")
    assert DUTY in expand("- the duty-bearer\n- x")
    assert DUTY in expand("Actor\n:   the duty-bearer")


@pytest.mark.parametrize("address", ["/etc/x", "//evil.example/x", "/\\evil.example/x", "&#47;/evil.example/x"])
@pytest.mark.parametrize("layout", [REPOSITORY, FLAT])
def test_addresses_that_are_no_relative_paths_stay(expand: Expand, layout: Layout, address: str) -> None:
    """A path from the root would become one that tells where the repository stands on this machine."""
    assert expand(f"[x]({address})", layout=layout) == f"[x]({address})"
