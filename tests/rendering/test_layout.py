"""Both layouts link pages so that the relative link leads to the file of the target."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golocal.rendering.layout import FLAT, REPOSITORY, Layout

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
