"""A cached result equals a cold one, whatever happened in between; and the store is data, not code."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from golocal.checks.run import CACHE, Report, check
from golocal.content.catalogue import Catalogue

HORRIBLE = Path(__file__).parents[1] / "horrible"


@pytest.fixture(params=["world", "horrible"])
def root(world: Path, request: pytest.FixtureRequest) -> Path:
    if request.param == "horrible":
        shutil.copytree(HORRIBLE / "docs", world / "docs", dirs_exist_ok=True)
    return world


def seen(catalogue: Catalogue) -> list[object]:
    """All that a report knows, in a form that can be compared."""
    corpus = catalogue.corpus
    documents = [
        (
            d.path,
            d.kind,
            d.id,
            d.status,
            d.front,
            d.source.front.marks,
            d.source.front.key_marks,
            d.source.headings,
            d.source.links,
        )
        for d in corpus.documents.values()
    ]
    more = [
        (d.source.citations, d.source.items, d.source.codes, d.waivers, sorted(d.faults), d.model_faults)
        for d in corpus.documents.values()
    ]
    data = [
        (d.path, d.kind, d.tree.value, d.tree.marks, d.tree.key_marks, d.faults, d.model_faults, d.waivers)
        for d in corpus.data.values()
    ]
    return [documents, more, data, catalogue.entries, catalogue.incoming]


def assert_same(one: Report, other: Report) -> None:
    assert one.findings == other.findings
    assert seen(one.catalogue) == seen(other.catalogue)


def cached(root: Path) -> Report:
    return check(root, cache=root / CACHE)


def test_unchanged(root: Path) -> None:
    cold = cached(root)
    before = (root / CACHE).read_bytes()
    warm = cached(root)
    assert_same(warm, check(root))
    assert_same(warm, cold)
    assert (root / CACHE).read_bytes() == before


def test_a_look_that_keeps_nothing(root: Path) -> None:
    cached(root)
    before = (root / CACHE).read_bytes()
    edit(root)
    assert_same(check(root, cache=root / CACHE, keep=False), check(root))
    assert (root / CACHE).read_bytes() == before


def edit(root: Path) -> None:
    path = root / "docs/about/index.md"
    path.write_text(path.read_text("utf-8").replace("## The chain", "## The long chain"), encoding="utf-8")


def shrink_vocabulary(root: Path) -> None:
    (root / "docs/data/vocabularies/themes.yml").write_text(
        "housing-policy:\n  label: Housing policy\n", encoding="utf-8"
    )


def drop_right(root: Path) -> None:
    (root / "docs/data/rights/core.yml").unlink()


def remove_document(root: Path) -> None:
    (root / "docs/tasks/cold-week.md").unlink()


def rename_document(root: Path) -> None:
    (root / "docs/tasks/cold-week.md").rename(root / "docs/tasks/frost.md")


def move_between_kinds(root: Path) -> None:
    (root / "docs/tasks/draft-task.md").rename(root / "docs/practices/draft-task.md")


def avoid_a_word(root: Path) -> None:
    path = root / "docs/data/terms/core.yml"
    path.write_text(path.read_text("utf-8").replace("[beneficiary]", "[beneficiary, provision]"), encoding="utf-8")


def use_an_unknown_abbreviation(root: Path) -> None:
    path = root / "docs/data/terms/core.yml"
    path.write_text(
        path.read_text("utf-8").replace("A body that", "A body of AT and of the ABC that"), encoding="utf-8"
    )


def link(root: Path, address: str) -> None:
    with (root / "docs/about/index.md").open("a", encoding="utf-8") as file:
        file.write(f"\n[A page]({address})\n")


def add_sharing_site(root: Path) -> None:
    with (root / "docs/data/vocabularies/sharing-sites.yml").open("a", encoding="utf-8") as file:
        file.write("example.org:\n  label: Example\n")


@pytest.mark.parametrize(
    "change",
    [
        edit,
        shrink_vocabulary,
        drop_right,
        remove_document,
        rename_document,
        move_between_kinds,
        avoid_a_word,
        use_an_unknown_abbreviation,
        add_sharing_site,
    ],
)
def test_after_a_change(root: Path, change: Callable[[Path], None]) -> None:
    first = cached(root)
    change(root)
    warm = cached(root)
    assert_same(warm, check(root))
    assert warm.findings != first.findings


ABBREVIATIONS = "docs/data/vocabularies/abbreviations.yml"
KNOWN = "heat:\n  label: HEAT\n  description: A programme.\n"


def found(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (ABBREVIATIONS, KNOWN),
        ("docs/data/vocabularies/short-names.yml", KNOWN),
        ("docs/data/terms/more.yml", "heat:\n  title: HEAT\n  definition: A programme.\n"),
        ("docs/data/terms/more.yml", "heat:\n  title: Programme\n  definition: One.\n  also: [HEAT]\n"),
    ],
)
def test_abbreviation_that_becomes_known_and_is_forgotten(world: Path, path: str, text: str) -> None:
    page = world / "docs/about/index.md"
    page.write_text(page.read_text("utf-8") + "\nThe HEAT pays.\n", encoding="utf-8")
    assert found(cached(world)) == ["abbreviation-undefined"]
    before = (world / path).read_text("utf-8") if (world / path).is_file() else ""
    (world / path).write_text(before + text, encoding="utf-8")
    assert found(cached(world)) == []
    (world / path).write_text(before or "none:\n  label: None\n  title: None\n  definition: No.\n", encoding="utf-8")
    assert "abbreviation-undefined" in found(cached(world))
    assert_same(cached(world), check(world))


def test_word_that_is_avoided_for_another_term(world: Path) -> None:
    page = world / "docs/about/index.md"
    page.write_text(page.read_text("utf-8") + "\nEach beneficiary pays.\n", encoding="utf-8")
    terms = world / "docs/data/terms/core.yml"
    (first,) = cached(world).findings
    text = terms.read_text("utf-8").replace("  avoid: [beneficiary]\n", "")
    terms.write_text(text.replace("title: Duty-bearer", "title: Duty-bearer\n  avoid: [beneficiary]"), "utf-8")
    (second,) = cached(world).findings
    assert ("terms.md#rights-holder" in first.help, "terms.md#duty-bearer" in second.help) == (True, True)
    terms.write_text(text, encoding="utf-8")
    assert cached(world).findings == []


def test_after_the_site_moved(root: Path) -> None:
    link(root, "https://example.org/tasks/")
    first = cached(root)
    (root / "mkdocs.yml").write_text("site_name: W\nsite_url: https://example.org/\n", encoding="utf-8")
    warm = cached(root)
    assert_same(warm, check(root))
    assert {f.rule for f in warm.findings} - {f.rule for f in first.findings} <= {"link-to-ourselves"}
    assert "https://example.org/tasks/" in str(set(warm.findings) - set(first.findings))


def test_after_other_rules(root: Path) -> None:
    check(root, cache=root / CACHE, rules=[])
    assert_same(cached(root), check(root))


def damaged(store: bytes) -> list[bytes]:
    """The store after each of many accidents."""
    head, _, body = store.partition(b"\n")
    rows = json.loads(body)
    emptied = json.dumps({path: [row[0], [], [], ""] for path, row in rows.items()}).encode()
    return [
        body,
        head,
        head + b"\n",
        head + b"\n{}",
        head + b"\n" + emptied,
        b"0" + store[1:],
        store + b" ",
        store.replace(b"published", b"draft    ", 1),
    ]


def test_after_damage(root: Path) -> None:
    cold = cached(root)
    path = root / CACHE
    for store in damaged(path.read_bytes()):
        path.write_bytes(store)
        assert_same(cached(root), cold)


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b"{", b'{"key": ', b"[" * 100_000, b"\x80\x04\x95"])
def test_after_bytes_that_are_no_store(root: Path, content: bytes) -> None:
    cold = cached(root)
    (root / CACHE).write_bytes(content)
    assert_same(cached(root), cold)


def test_store_may_be_cut_anywhere(world: Path) -> None:
    cold = cached(world)
    whole = (world / CACHE).read_bytes()
    for length in range(0, len(whole), len(whole) // 15):
        (world / CACHE).write_bytes(whole[:length])
        assert_same(cached(world), cold)


def test_store_is_json_and_nothing_in_it_runs(world: Path) -> None:
    cached(world)
    head, _, body = (world / CACHE).read_bytes().partition(b"\n")
    assert isinstance(json.loads(body), dict)
    (world / CACHE).write_bytes(b"cos\nsystem\n(S'touch ran'\ntR.")
    cached(world)
    assert not (world / "ran").exists()
    assert (world / CACHE).read_bytes() == head + b"\n" + body


def test_folder_that_cannot_be_written_is_no_error(world: Path) -> None:
    (world / ".cache").write_text("a file where the folder should be", encoding="utf-8")
    assert check(world, cache=world / CACHE).findings == []


def test_a_remark_of_the_scaffold_is_found_until_it_is_deleted(world: Path) -> None:
    file = world / "docs/practices/tarnholm-heat-fund.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("region: northern-isles", "region: northern-isles  # TODO: Region"), encoding="utf-8")
    (first,) = cached(world).findings
    assert first.rule == "placeholder-left"
    assert cached(world).findings == [first]
    file.write_text(text, encoding="utf-8")
    assert cached(world).findings == []
