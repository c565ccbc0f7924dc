"""No bytes whatever make reading or checking crash, or take long."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from golocal.checks.judge import apply
from golocal.checks.run import check
from golocal.content.corpus import DataFile, Document, read_data_file, read_document
from golocal.content.lexicon import read_lexicon
from golocal.content.wording import Wording
from golocal.findings import Finding, Scope, all_rules
from golocal.reading.figures import trouble_of
from golocal.reading.files import read_text
from golocal.reading.images import pixels_of
from golocal.reading.markdown import read_markdown
from golocal.reading.yamltree import read_yaml

SETTINGS = settings(derandomize=True, deadline=2000, max_examples=200, suppress_health_check=list(HealthCheck))
LIMIT = 2.0
SIZE = 190_000
FRONT = '---\ntitle: AB\nsummary: A summary of more than twenty characters.\nstatus: draft\nprovenance: original\nversion: "1"\n---\n'


def filled(piece: str) -> str:
    return (piece * (SIZE // len(piece) + 1))[:SIZE]


TEXTS = {
    "open brackets": "[" * 20_000,
    "open images": "![" * 20_000,
    "pairs of brackets": filled("[a]"),
    "emphasis": filled("*a **b "),
    "stars": filled("*"),
    "backticks": filled("`"),
    "backticks of many lengths": " ".join("`" * length for length in range(1, 600)),
    "code spans that never close": filled("` `` "),
    "escapes": filled("\\"),
    "escaped backticks": filled("\\`"),
    "comments": filled("<!--"),
    "a comment that never closes": "<!--" + filled("a"),
    "waivers": filled("<!-- golocal: allow link-broken: why -->\n"),
    "fences of many lengths": "\n".join("`" * length for length in range(3, 600)),
    "fences": filled("```\n"),
    "fences that never close": filled("```\n~~~\n"),
    "tags": filled("<b>"),
    "less-than signs": filled("<"),
    "automatic links": filled("<http://a"),
    "attributes": filled("{: .a"),
    "braces": filled("{a}"),
    "lists in lists": filled("- "),
    "numbers in numbers": filled("1. "),
    "quotes in quotes": filled(">"),
    "indented lists": "\n".join("    " * depth + "- a" for depth in range(290)),
    "a line of number signs": "#" * SIZE + "x",
    "headings": filled("# a\n\n"),
    "headings with markup": filled("## *a*\n"),
    "a heading of many links": "## " + filled("[a](b) "),
    "underlined": filled("a\n=\n"),
    "underlines": filled("===\n"),
    "links that never close": filled("[a]("),
    "links with titles that never close": filled('[a](b "'),
    "links of many brackets": "[a](" + filled("(") + filled(")"),
    "spaces after a bracket": "[a](" + " " * SIZE,
    "definitions": filled("[a]: b\n"),
    "definitions with titles": filled('[a]: b "c\n'),
    "references": filled("[a][b] ") + "\n\n[b]: c",
    "citations": filled("[@a; see @b, p. 1] "),
    "a citation that never closes": "[" + filled("@a; "),
    "a wide table": "|" + "a|" * 30_000 + "\n|" + "-|" * 30_000,
    "a long table": "|a|b|\n|-|-|\n" + filled("|a|b|\n"),
    "terms": filled("a\n: b\n"),
    "steps": filled("### 1. a\n\nActor\n:   b\n\n"),
    "spaces": " " * SIZE,
    "spaced words": filled("a" + " " * 500),
    "tabs": filled("\t"),
    "line breaks": "\n" * SIZE,
    "one long word": "a" * SIZE,
    "line breaks of many kinds": filled("a\r\nb\rc\u2028d\x85\x0b\x0c"),
    "null": "a\x00b",
    "control characters": "".join(map(chr, range(32))),
    "signs that turn text around": filled("\u202e\u2066"),
    "private use": filled("\ue000\ue001"),
    "surrogates of the decoder": "\ufffd" * 1000,
    "two megabytes": "word " * 400_000,
}


WORDS = {
    "a word again and again": filled("the "),
    "words in capitals": filled("NHRI "),
    "one word in capitals": "A" * SIZE,
    "capitals in brackets": filled("(NHRI) "),
    "capitals and an open bracket": filled("NHRI ("),
    "quotation marks that never close": filled('"a beneficiary '),
    "apostrophes": filled("'a "),
    "dots": "." * SIZE,
    "commas": "," * SIZE,
    "hyphens": "-" * SIZE,
    "a sentence without an end": filled("word, "),
    "sentences of one letter": filled("A. "),
    "signs that end a sentence": filled("a.\"') "),
    "placeholders": filled("TODO [insert "),
    "question marks": filled("??? "),
    "spaces before signs": filled("a , "),
    "addresses": filled("https://a "),
    "entities": filled("&amp;"),
    "one long entity": "&" + "a" * SIZE,
    "cells": filled("|a  b"),
    "quotations": filled("> a [@b] "),
    "callouts": filled("> [!NOTE] a\n"),
    "brackets with citations": "[" + "@" * SIZE,
    "spaces between words": "a" + " " * SIZE + "a",
}  # fmt: skip
LEXICON = read_lexicon({}, {"holder": {"title": "Holder", "avoid": ["beneficiary", "a  b", "the the", "?"]}})


@pytest.mark.parametrize("text", [*TEXTS.values(), *WORDS.values()], ids=[*TEXTS, *WORDS])
def test_words_are_judged_in_time(text: str) -> None:
    document = read_document("docs/about/a.md", FRONT + text[:SIZE], {})
    begin = time.process_time()
    judge_words(document)
    assert time.process_time() - begin < LIMIT


def judge_words(source: Document | DataFile) -> list[Finding]:
    """Findings of the rules about wording. Each stands in the text, and one at the beginning of a word leads to it."""
    findings = apply(all_rules(), Scope.TEXT, source, Wording(source, LEXICON))
    assert all(finding.line >= 1 and finding.column >= 1 for finding in findings)
    return findings


def assert_found_inside(text: str) -> None:
    """Every finding about the words of a document stands at a place that is there."""
    document = read_document("docs/about/a.md", FRONT + text, {})
    lines = document.source.text.split("\n")
    for finding in judge_words(document):
        assert finding.line <= len(lines)
        assert finding.column <= len(lines[finding.line - 1])


PIECES = ("a ", "the ", "NHRI", "(", ")", "[", "](b)", "[@c, p. 1]", "**", "`", "\n", "\n\n", "> ", "- ", "| ", "# ", ". ",
          "...", " ,", "--", "’", '"', "TODO", "[insert x]", "beneficiary ", "[!NOTE] ", "&lt;", "https://a.b ", "1. ", ":   ",
          "\\", "<!-- golocal: allow a: b -->\n", "\ue000", "\ue003", "É", "ß ", "  ", "?", "word " * 50)  # fmt: skip


@SETTINGS
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_words_are_judged(text: str) -> None:
    assert_found_inside(text)
    judge_words(read_data_file("docs/data/terms/a.yml", f"a:\n  definition: {json.dumps(text)}\n", {}))


@SETTINGS
@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    assert_found_inside(text)


@SETTINGS
@given(st.binary(max_size=60))
def test_any_image_is_measured(data: bytes) -> None:
    for head in (b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"):
        size = pixels_of(head + data)
        assert size is None or min(size) > 0


@pytest.mark.parametrize("filling", [b"\xff", b"\xff\xe0\x00\x00", b"\xff\xd0", b"\x00", b"\xff\xe0\x00\x02"])
def test_hostile_image_is_measured_in_time(filling: bytes) -> None:
    begin = time.perf_counter()
    assert pixels_of(b"\xff\xd8" + filling * (200 * 1024)) is None
    assert time.perf_counter() - begin < LIMIT


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_text_is_read_in_time(text: str) -> None:
    for document in (FRONT + text, text, f"---\n{text}\n---\n"):
        begin = time.perf_counter()
        read_markdown(document)
        assert time.perf_counter() - begin < LIMIT


YAML = {
    "brackets": "[" * 32_000,
    "closed brackets": "a: " + "[" * 32_000 + "]" * 32_000,
    "braces": "{" * 32_000,
    "brackets in quotation marks": f'a: "{"[" * 32_000}"',
    "blocks in blocks": "- " * 50_000,
    "keys in keys": "? " * 50_000,
    "mappings in mappings": "\n".join(" " * depth + "a:" for depth in range(600)),
    "sequences in sequences": "\n".join(" " * depth + "-" for depth in range(600)),
    "aliases of aliases": "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)),
    "merge keys": "a: &a {b: c}\nd:\n  <<: *a\n",
    "an alias of itself": "&a [*a]",
    "tags": "!!python/object/apply:os.system ['true']",
    "directives": "%YAML 9.9\n---\na: b\n",
    "documents": "---\na: b\n" * 1000,
    "a list as key": "? [a]\n: b\n",
    "a key without value": "? ",
    "null": "a: \x00",
    "a surrogate": "a: \ud800",
    "a byte order mark inside": "a: \ufeffb",
    "line separators": "a: b\u2028c\u2029d\x85e\n",
    "a tab": "a:\n\tb: c",
    "a long key": "a" * 2000 + ": b",
    "a long scalar": "a: " + "b " * 100_000,
    "many keys": "".join(f"k{n}: v\n" for n in range(20_000)),
    "the same key": "a: b\n" * 20_000,
    "comments": "#" * SIZE,
    "waivers": filled("# golocal: allow a: b\n"),
    "a waiver of many spaces": "# golocal: allow a: b" + " " * SIZE + "c" + " " * SIZE + "d",
    "quotation marks": '"' * 1001,
    "question marks": "?" * 10_000,
    "ampersands": "&" * 10_000,
    "folded": "a: >\n" + "  b\n" * 50_000,
    "empty": "",
}  # fmt: skip


@pytest.mark.parametrize("text", YAML.values(), ids=YAML.keys())
def test_yaml_is_read_in_time(text: str) -> None:
    begin = time.perf_counter()
    read_yaml(text)
    read_markdown(f"---\n{text}\n---\nText.\n")
    assert time.perf_counter() - begin < LIMIT


BYTES = {
    "empty": b"",
    "not UTF-8": b"---\ntitle: \xff\xfe\n---\n\xc3\x28",
    "UTF-16": "---\ntitle: A\n---\n".encode("utf-16"),
    "cut in the middle of a sign": "é".encode()[:1],
    "byte order marks": b"\xef\xbb\xbf\xef\xbb\xbf---\ntitle: A\n---\n",
    "null bytes": b"\x00" * 1000,
    "surrogates": b"\xed\xa0\x80",
    "all bytes": bytes(range(256)) * 100,
}


@pytest.mark.parametrize("data", BYTES.values(), ids=BYTES.keys())
@pytest.mark.parametrize(
    "name", ["docs/about/a.md", "docs/data/terms/a.yml", "docs/about/a.svg", "docs/data/rights/a.yml"]
)
def test_a_run_survives_any_file(world: Path, data: bytes, name: str) -> None:
    (world / name).write_bytes(data)
    others = {finding.path for finding in check(world).findings} - {name}
    assert not others or name.startswith("docs/data/rights")


@pytest.mark.parametrize(
    "name", [b"\xff.md", b"a\nb.md", b"\x1b[31m.md", b"-.md", "ä.md".encode(), b"a.md.md", b".md", b"..md"]
)
def test_a_run_survives_any_name(world: Path, name: bytes) -> None:
    (Path(str(world)) / "docs/about" / name.decode("utf-8", "surrogateescape")).write_text(FRONT, encoding="utf-8")
    found = check(world).findings
    assert all(finding.path.isprintable() for finding in found)
    assert {finding.rule for finding in found} <= {"file-name", "file-type"}


@SETTINGS
@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    text, wrong = read_text(data)
    assert -1 <= wrong <= len(text)
    read_markdown(text)
    read_markdown(FRONT + text)
    read_yaml(text)
    trouble_of(data)


@SETTINGS
@given(st.text(st.sampled_from("ab \n\t[]{}()<>&*!|%@`'\"#:-?,\\~=.1\ufeff\u2028"), max_size=80))
def test_any_signs_are_read(text: str) -> None:
    source = read_markdown(FRONT + text)
    lines = (FRONT + text).count("\n") + 1
    assert all(1 <= fault.line <= lines and fault.column >= 1 for fault in source.faults)
    for link in source.links:
        assert link.target == source.text[link.start : link.end]
    tree = read_yaml(text)
    assert all(line >= 1 and column >= 1 for line, column in tree.marks.values())
