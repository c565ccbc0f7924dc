"""A table has its box, its name and the scope of its head before any script runs."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html

Render = Callable[..., html.HtmlElement]
TABLE = "| Sign | Answer |\n| --- | ---: |\n| One | 1 |\n"


def test_a_table_stands_in_a_box_that_keys_can_scroll(render: Render) -> None:
    tree = render(f"# Title\n\n## Signs\n\n{TABLE}\nText after.\n")
    (box,) = tree.xpath("//div[@class='table-scroll']")
    assert [child.tag for child in box] == ["table"]
    assert (box.get("role"), box.get("tabindex"), box.get("aria-labelledby")) == ("group", "0", "signs")
    assert box.getnext().text == "Text after."
    assert [cell.get("scope") for cell in box.iter("th")] == ["col", "col"]
    assert box.xpath(".//td[@class='align-right']/text()") == ["1"]


def test_each_table_is_named_by_the_heading_before_it(render: Render) -> None:
    tree = render(f"{TABLE}\n## One\n\n{TABLE}\n### Two\n\n> [!NOTE]\n> {TABLE.replace(chr(10), chr(10) + '> ')}\n")
    boxes = tree.xpath("//div[@class='table-scroll']")
    assert [box.get("aria-labelledby") or box.get("aria-label") for box in boxes] == ["Table", "one", "two"]


def test_the_box_alone_is_a_tab_stop(render: Render) -> None:
    tree = render(f"## One\n\n{TABLE}\n[a link](https://un.org/)\n")
    assert [element.tag for element in tree.xpath("//*[@tabindex='0']")] == ["div"]
