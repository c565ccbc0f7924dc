"""Both layouts link pages so that the relative link leads to the file of the target."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golocal.rendering.layout import FLAT, OPEN, REPOSITORY, Layout

NAMES = st.sampled_from(["a", "b", "index", "docs", "toolkit"])
PATHS = st.builds(
    lambda root, parts: "/".join([root, *parts]) + ".md",
    st.sampled_from(["docs", "toolkit", "volumes"]),
    st.lists(NAMES, min_size=1, max_size=4),
)


@pytest.mark.parametrize("layout", [REPOSITORY, FLAT], ids=["repository", "flat"])
@given(page=PATHS, target=PATHS)
def test_link_leads_to_the_file(layout: Layout, page: str, target: str) -> None:
    link = layout.link(page, target)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(layout.place(page)), link)) == layout.place(target)


def test_repository_layout_keeps_paths() -> None:
    assert REPOSITORY.link("toolkit/x/index.md", "docs/tasks/y.md", "z") == "../../docs/tasks/y.md#z"


def test_flat_layout_drops_docs() -> None:
    assert FLAT.link("toolkit/x/index.md", "docs/tasks/y.md", "z") == "../../tasks/y.md#z"
    assert FLAT.link("docs/index.md", "docs/tasks/y.md") == "tasks/y.md"
    assert FLAT.link("docs/index.md", "toolkit/x/index.md") == "toolkit/x/index.md"


def test_anchor_on_the_same_page_needs_no_path() -> None:
    assert FLAT.link("docs/index.md", "docs/index.md", "here") == "#here"


@pytest.mark.parametrize("layout", [REPOSITORY, FLAT], ids=["repository", "flat"])
@given(page=PATHS, target=PATHS, anchor=st.sampled_from(["", "here"]))
def test_an_open_link_closes_to_that_of_the_layout(layout: Layout, page: str, target: str, anchor: str) -> None:
    text = f"[a]({OPEN.link(page, target, anchor)}) and [b]({OPEN.moved(page, target, '../b.md')}#c)"
    expected = f"[a]({layout.link(page, target, anchor)}) and [b]({layout.moved(page, target, '../b.md')}#c)"
    assert layout.closed(page, text) == expected


@pytest.mark.parametrize("written", ["./y.md", "../tasks/y.md", "y.md"])
def test_a_link_that_is_right_stays_as_it_was_written(written: str) -> None:
    page, target = "docs/tasks/x.md", "docs/tasks/y.md"
    expected = "y.md" if written.startswith("..") else written
    assert REPOSITORY.moved(page, target, written) == expected
    assert REPOSITORY.closed(page, OPEN.moved(page, target, written)) == expected


def test_a_text_without_open_links_stays() -> None:
    assert FLAT.closed("docs/index.md", "[a](b.md) and \ufdd0 alone") == "[a](b.md) and \ufdd0 alone"


@given(page=PATHS, target=PATHS)
def test_a_link_is_the_way_that_the_library_finds(page: str, target: str) -> None:
    assert REPOSITORY.link(page, target) == posixpath.relpath(target, posixpath.dirname(page))
    assert FLAT.link("docs/index.md", target) == posixpath.relpath(FLAT.place(target), ".")
