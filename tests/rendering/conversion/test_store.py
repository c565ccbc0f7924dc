"""The store gives back what was kept, and nothing where anything about it is other or broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from golocal.rendering.conversion.converted import Job, Means, convert
from golocal.rendering.conversion.store import Store

FIGURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A</title><desc>B</desc><text>{}</text></svg>'
JOB = Job("docs/about/page.md", "# A page\n\n[A link](index.md#x) and ![a figure](figure.svg).\n", {})


@pytest.fixture
def means(tmp_path: Path) -> Means:
    (tmp_path / "docs/about").mkdir(parents=True)
    (tmp_path / "docs/about/figure.svg").write_text(FIGURE.format("one"), encoding="utf-8")
    return Means(str(tmp_path), ["toc", "golocal.rendering.markdown"], {"toc": {"permalink": "#"}})


@pytest.fixture
def store(means: Means, tmp_path: Path) -> Store:
    store = Store(tmp_path / "store", means)
    store.put(JOB, convert(means, JOB))
    return store


def kept(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "store").iterdir())


def test_what_was_kept_comes_back(store: Store, means: Means, tmp_path: Path) -> None:
    expected = convert(means, JOB)
    assert "one" in expected.html
    assert sorted(expected.addresses) == ["#a-page", "index.md#x"]
    assert store.get(JOB) == expected
    assert Store(tmp_path / "store", means).get(JOB) == expected, "in the next build too"
    assert Store(tmp_path / "store", means._replace(root=str(tmp_path / "elsewhere"))).get(JOB) is None, (
        "no figure there"
    )


@pytest.mark.parametrize(
    "job", [JOB._replace(text=f"{JOB.text} "), JOB._replace(path="docs/about/other.md")], ids=["text", "path"]
)
def test_another_page_is_not_known(store: Store, job: Job) -> None:
    assert store.get(job) is None


def test_other_settings_know_nothing(store: Store, means: Means, tmp_path: Path) -> None:
    assert Store(tmp_path / "store", means._replace(settings={"toc": {"permalink": "!"}})).get(JOB) is None


def test_a_page_goes_with_its_figure(store: Store, means: Means, tmp_path: Path) -> None:
    figure = tmp_path / "docs/about/figure.svg"
    figure.write_text(FIGURE.format("two"), encoding="utf-8")
    assert store.get(JOB) is None
    store.put(JOB, convert(means, JOB))
    assert "two" in (store.get(JOB) or convert(means, JOB._replace(text=""))).html
    figure.unlink()
    assert store.get(JOB) is None
    assert store.get(JOB._replace(figures={"docs/about/figure.svg": FIGURE.format("two")})), "a figure that is made"


@pytest.mark.parametrize("damage", [b"", b"{}", b"x" * 40 + b"\n{}"])
def test_a_damaged_file_counts_as_missing(store: Store, tmp_path: Path, damage: bytes) -> None:
    (file,) = kept(tmp_path)
    file.write_bytes(damage)
    assert store.get(JOB) is None
    file.write_bytes(file.read_bytes()[:-3])
    assert store.get(JOB) is None


def test_a_store_that_cannot_be_written_stops_nothing(means: Means, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("")
    store = Store(tmp_path / "a-file", means)
    store.put(JOB, convert(means, JOB))
    assert store.get(JOB) is None
    store.tidy()


def test_what_no_build_asks_for_any_more_is_removed_when_it_is_much(store: Store, means: Means, tmp_path: Path) -> None:
    for number in range(4):
        store.put(JOB._replace(text=f"{number}"), convert(means, JOB))
    fresh = Store(tmp_path / "store", means)
    assert fresh.get(JOB)
    for number in range(2):
        fresh.get(JOB._replace(text=f"{number}"))
    fresh.tidy()
    assert len(kept(tmp_path)) == 5
    alone = Store(tmp_path / "store", means)
    assert alone.get(JOB)
    alone.tidy()
    assert len(kept(tmp_path)) == 1
