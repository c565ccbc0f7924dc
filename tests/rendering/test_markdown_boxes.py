"""What the Markdown extension adds: figures, tooltips, classes of boxes and steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from lxml import html

from golocal.rendering.text import panel

THEME = Path(__file__).parents[2] / "hooks/theme"
Render = Callable[..., html.HtmlElement]

FIGURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="90" height="90" aria-labelledby="t">'
    '<title id="t">Two boxes</title><defs><marker id="m"/></defs>'
    '<a href="../tasks/x/"><rect id="r" class="fig-ink" marker-end="url(#m)"/></a><a href="#r"><text>r</text></a></svg>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with a figure in docs/about/ and one beside the repository."""
    root = tmp_path / "repository"
    (root / "docs/about").mkdir(parents=True)
    (root / "docs/about/boxes.svg").write_text(FIGURE, encoding="utf-8")
    (tmp_path / "outside.svg").write_text(FIGURE, encoding="utf-8")
    return root


def test_figure_stands_in_the_page(render: Render, folder: Path) -> None:
    tree = render("![Two boxes and a line](boxes.svg) and after", folder)
    (figure,) = tree.xpath("//*[local-name()='svg']")
    assert figure.get("aria-label") == "Two boxes and a line"
    assert figure.get("class") == "figure"
    assert figure.get("role") == "group"
    assert figure.get("width") is None
    assert tree.text_content().endswith(" and after")
    assert not tree.xpath("//img")


def test_ids_of_each_figure_have_their_own_prefix(render: Render, folder: Path) -> None:
    tree = render("![One](boxes.svg)\n\n![Two](boxes.svg)", folder)
    ids = tree.xpath("//@id")
    assert sorted(ids) == sorted(f"fig{number}-{name}" for number in (1, 2) for name in "tmr")
    assert tree.xpath("//*[local-name()='a']/@href[starts-with(., '#')]") == ["#fig1-r", "#fig2-r"]
    assert tree.xpath("//*[local-name()='rect']/@*[.='url(#fig2-m)']")


def test_figure_with_byte_order_mark_is_accepted(render: Render, folder: Path) -> None:
    (folder / "docs/about/mark.svg").write_text(FIGURE, encoding="utf-8-sig")
    assert render("![One](mark.svg)", folder).xpath("//*[local-name()='svg']")


@pytest.mark.parametrize(
    "target",
    [
        "../../../outside.svg",
        "link.svg",
        "linked/outside.svg",
        "missing.svg",
        "https://example.org/boxes.svg",
        "{root}",
    ],
)
def test_nothing_outside_of_the_repository_is_read(render: Render, folder: Path, target: str) -> None:
    (folder / "docs/about/link.svg").symlink_to(folder.parent / "outside.svg")
    (folder / "docs/about/linked").symlink_to(folder.parent)
    absolute = str(folder.parent / "outside.svg")
    tree = render(f"![One]({target.replace('{root}', absolute)})", folder)
    assert not tree.xpath("//*[local-name()='svg']")
    assert len(tree.xpath("//img | //p/span")) == 1


def test_without_root_figures_stay_images(render: Render) -> None:
    assert render("![One](boxes.svg)").xpath("//img/@src") == ["boxes.svg"]


def test_term_link_is_described_by_its_tooltip(render: Render) -> None:
    tree = render('A [duty-bearer](terms.md#duty-bearer "Who must & will act."){: .term }, then.')
    (link,) = tree.xpath("//a")
    (tip,) = tree.xpath("//*[@role='tooltip']")
    assert link.getnext() is tip
    assert tip.text == "Who must & will act."
    assert tip.get("id") == link.get("aria-describedby") == "tip-duty-bearer"
    assert tip.get("data-search-exclude") is not None
    assert link.get("title") is None
    assert tip.tail == ", then."


def test_other_links_keep_their_title(render: Render) -> None:
    tree = render('[x](page.md "A title")')
    assert tree.xpath("//a/@title") == ["A title"]
    assert not tree.xpath("//*[@role='tooltip']")


@pytest.mark.parametrize(
    ("title", "added"),
    [
        ("Practice", "box-practice"),
        ("Limits", "box-limits"),
        ("SMALL TOWN", "box-small-town"),
        ("Data protection: ask first", "box-data-protection"),
        ("Checklist", "box-checklist"),
        ("Stop: not yet", "box-stop"),
        ("Practices elsewhere", ""),
        ("Our practice", ""),
    ],
)
def test_boxes_get_a_class_by_their_title(render: Render, title: str, added: str) -> None:
    (box,) = render(f"> [!WARNING] {title}\n> Text.").xpath("//div[contains(@class, 'admonition')]")
    assert box.get("class").split() == ["admonition", "warning", *([added] if added else [])]


def test_plain_quotations_stay_quotations(render: Render) -> None:
    assert render("> Practice").xpath("//blockquote")


STEP = "### 3. Ask\n\nActor\n:   The office.\n\nOutput\n:   A page."


def test_definition_list_under_a_numbered_heading_is_a_panel(render: Render) -> None:
    assert render(STEP).xpath("//dl/@class") == ["step-facts"]


@pytest.mark.parametrize("heading", ["## 3. Ask", "### Ask", "### 3 ask", "### 3. Ask\n\nFirst a text."])
def test_other_definition_lists_are_none(render: Render, heading: str) -> None:
    tree = render(STEP.replace("### 3. Ask", heading))
    assert len(tree.xpath("//dl")) == 1
    assert tree.xpath("//dl/@class") == []


def test_indented_text_is_not_code(render: Render) -> None:
    tree = render("Text.\n\n    Indented *text*.\n\n- item\n\n        Deeper.")
    assert not tree.xpath("//pre | //code")
    assert tree.xpath("//em")


def test_fenced_code_keeps_its_language(render: Render) -> None:
    tree = render("```yaml\nkey: <b>\n```")
    assert tree.xpath("//pre/code/@class") == ["language-yaml"]
    assert tree.text_content().strip() == "key: <b>"


def test_mail_addresses_are_written_plainly(render: Render) -> None:
    tree = render("[Write](mailto:office@example.org) or <office@example.org>")
    assert tree.xpath("//a/@href") == ["mailto:office@example.org"]


def test_panels_have_the_class_of_their_mark_and_other_definition_lists_have_none(render: Render) -> None:
    text = "Place {: .fact }\n:   Ghent\n\nSize {: .fact }\n:   small\n\nText.\n\nRight {: .link }\n:   Housing\n\nText.\n\nTerm\n:   Meaning"
    lists = render(text).findall(".//dl")
    assert [panel.get("class") for panel in lists] == ["facts", "chain", None]
    assert [term.attrib for panel in lists for term in panel.findall("dt")] == [{}, {}, {}, {}]


def test_sections_of_the_home_page_are_named_by_their_headings(render: Render) -> None:
    page = render("# Home\n\nText.\n\n## One\n\nA.\n\n### Inner\n\nB.\n\n## Two\n\nC.", page="docs/index.md")
    sections = page.findall(".//section")
    assert [section.get("aria-labelledby") for section in sections] == ["one", "two"]
    assert [[child.tag for child in section] for section in sections] == [["h2", "p", "h3", "p"], ["h2", "p"]]
    assert page.findall(".//h1") and not page.findall(".//section//h1")


SHOWN_EXAMPLES = "For example:"
HOME_PAGES = {
    "whole": ("# Home\n\nText.\n\n- One\n\n## Door\n\nA.", ["h1", "p", "form", "ul"], True),
    "no list": ("# Home\n\nText.\n\n## Door\n\n- A list of the door", ["h1", "p", "form"], False),
    "no section": ("# Home\n\nText.\n\n- One", ["h1", "p", "form", "ul"], True),
    "two paragraphs": ("# Home\n\nText.\n\nMore.\n\n- One", ["h1", "p", "form", "p", "ul"], False),
    "no paragraph": ("# Home\n\n- One\n\n## Door\n\nA.", ["h1", "form", "ul"], True),
    "no first part": ("## Door\n\nA.", ["form"], False),
    "empty": ("", ["form"], False),
}


@pytest.mark.parametrize("name", HOME_PAGES)
def test_home_page_has_its_search_and_all_its_text_whatever_is_missing(render: Render, name: str) -> None:
    text, top, has_examples = HOME_PAGES[name]
    rendered = render(text, page="docs/index.md")
    content = "".join(html.tostring(child, encoding="unicode") for child in rendered)
    article = home_page(content)
    assert [child.tag for child in article] == ["div", *["section"] * text.count("##")]
    assert [child.tag for child in article[0]] == top
    assert article[0].get("class") == "home-top"
    assert (SHOWN_EXAMPLES in article.text_content()) is has_examples
    article.find(".//form").drop_tree()
    assert article.text_content().split() == rendered.text_content().split()


def home_page(content: str) -> html.HtmlElement:
    """What the theme's template makes of the HTML of the text."""
    templates = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME))
    templates.filters["url"] = str
    page, config = {"content": content}, {"use_directory_urls": True}
    return html.fragment_fromstring(
        templates.get_template("partials/home.html").render(page=page, config=config).strip()
    )


def test_other_pages_have_no_sections(render: Render) -> None:
    assert render("## One\n\nA.", page="docs/about/index.md").findall(".//section") == []


def test_marks_of_headings_are_for_the_pointer(render: Render) -> None:
    marks = render("## One\n\nA.\n\n## Two\n\nB.").xpath("//a[@class='headerlink']")
    assert [(mark.get("aria-hidden"), mark.get("tabindex")) for mark in marks] == [("true", "-1"), ("true", "-1")]


def test_facts_of_a_page_are_one_fold_whose_label_search_passes_over(render: Render) -> None:
    tree = render(panel([("Place", "Ghent"), ("Size", "small")], "Ghent"))
    (fold,) = tree.xpath("//details")
    assert fold.get("class").split() == ["fold", "roomy", "panel"]
    assert [child.tag for child in fold] == ["summary", "dl"]
    assert fold.find("summary").text == "Facts: Ghent"
    assert fold.find("summary").get("data-search-exclude") == ""
    assert fold.find("dl").get("class") == "facts"
    assert fold.get("data-search-exclude") is None
