"""Blocks of a source: what belongs together when a rule asks for a citation."""

from __future__ import annotations

import pytest

from golocal.reading.blocks import read_blocks
from golocal.reading.markdown import read_markdown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Text\nand more.\n\nText.", ["paragraph", "paragraph"]),
        ("## A\n\nText.\n## B\nText.", ["heading", "paragraph", "heading", "paragraph"]),
        ("A\n===\nText.\n\nB\n---\n", ["heading", "paragraph", "heading"]),
        ("- a\n\n    more of a\n\n- b\n\nText.", ["list", "paragraph"]),
        ("<!-- golocal: allow link-broken: why -->\n> A", ["quotation"]),
        ("1. a\n2. b\n\n3. c", ["list"]),
        ("| A | B |\n| --- | --- |\n| 1 | 2 |\n\nText.", ["table", "paragraph"]),
        ("A | B\n--- | ---\n1 | 2", ["table"]),
        ("> A\n> B\n\n> C", ["quotation", "quotation"]),
        ("> [!NOTE] Limits\n> A\n\n> B", ["callout", "quotation"]),
        ("Actor\n:   Office.\nTime\n:   One week.\n\n    And more.\n\nOutput\n:   A list.", ["definitions"]),
        ("```text\n- a\n\n> b\n```\n\nText.", ["code", "code", "paragraph"]),
        ("**Bold**: text - and a dash.\n\n2031 was cold.", ["paragraph", "paragraph"]),
    ],
)
def test_kinds(text: str, expected: list[str]) -> None:
    source = read_markdown(f"---\ntitle: A\n---\n\n{text}\n")
    assert [block.kind for block in read_blocks(source.prose, source.body)] == expected


def test_blocks_cover_all_text_once_and_in_order() -> None:
    source = read_markdown("---\ntitle: A\n---\n## A\nText.\n\n- a\n\n    b\n\n> c\n")
    found = read_blocks(source.prose, source.body)
    assert [source.text[block.start : block.end].strip() for block in found] == ["## A", "Text.", "- a\n\n    b", "> c"]
