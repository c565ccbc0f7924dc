"""A very small corpus of our own, and ways to expand and render text in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import markdown
import pytest
from lxml import html
from mkdocs.config import load_config

from golocal.checks.run import check
from golocal.rendering.expand import Expander
from golocal.rendering.glossary import Glossary
from golocal.rendering.layout import REPOSITORY, Layout
from golocal.rendering.page_tree import OWN_EXTENSION
from golocal.rendering.references import FormattedSource

REPOSITORY_ROOT = Path(__file__).parents[2]

SOURCES = {
    "ash2020": FormattedSource("Ash 2020", "2020", "Ash, A. 2020. *Wells*."),
    "birch2021a": FormattedSource("Birch 2021a", "2021a", "Birch, B. 2021a. *Roofs*."),
    "un_2019": FormattedSource("Council [of] Towns 2019", "2019", "Council of Towns. 2019. *Report*."),
}

FILES = {
    "mkdocs.yml": "site_name: A small corpus\n",
    "docs/data/terms/some.yml": (
        "duty-bearer:\n  title: Duty-bearer\n  also: [duty-bearers]\n"
        '  definition: A body that must act, "so to speak", by *law*.\n'
        "baseline:\n  title: Baseline\n  definition: The first value.\n"
        "baseline-study:\n  title: Baseline study\n  definition: A study of first values.\n"
    ),
    "docs/data/references/some.yml": "ash2020:\n  type: book\n  title: Wells\n  issued: 2020\n  read: part\n",
    "docs/data/standards/some.yml": (
        "well-pact:\n  title: Pact on Wells\n  short_title: Well Pact\n  summary: A pact that asks for wells.\n"
        "  provisions:\n    art-1:\n      label: Article 1\n      gist: Wells.\n      source: ash2020\n"
    ),
    "docs/tasks/dig-a-well.md": (
        "---\ntitle: Dig a *well*\nsummary: How a town digs a well.\nstatus: published\n---\n\n## First day\n\nDig.\n"
    ),
}

Expand = Callable[..., str]
Render = Callable[..., html.HtmlElement]


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """The folder of the small corpus."""
    write(tmp_path, FILES)
    return tmp_path


@pytest.fixture
def expander_of(corpus: Path) -> Callable[..., Expander]:
    """Makes the expander of the corpus as it stands."""

    def make(layout: Layout = REPOSITORY) -> Expander:
        catalogue = check(corpus).catalogue
        terms = {entry.key.id: entry.data for entry in catalogue.of_kind("term")}
        return Expander(catalogue, SOURCES, Glossary(terms), layout)

    return make


@pytest.fixture
def expand(corpus: Path, expander_of: Callable[..., Expander]) -> Expand:
    """Expands a text that stands in docs/about/page.md or elsewhere."""

    def run(text: str, page: str = "docs/about/page.md", layout: Layout = REPOSITORY) -> str:
        whole = f"---\ntitle: A page\nsummary: What the page holds.\nstatus: published\n---\n\n{text}\n"
        write(corpus, {page: whole})
        expander = expander_of(layout)
        return expander.body(expander.catalogue.corpus.documents[page], whole).strip()

    return run


@pytest.fixture(scope="session")
def extensions() -> tuple[list[str], dict[str, dict[str, Any]]]:
    """The Markdown extensions of the site with their settings."""
    config = load_config(str(REPOSITORY_ROOT / "mkdocs.yml"))
    return config.markdown_extensions, config.mdx_configs


@pytest.fixture(scope="session")
def render(extensions: tuple[list[str], dict[str, dict[str, Any]]]) -> Render:
    """Renders a text with the site's extensions and parses the HTML."""

    def run(
        text: str,
        root: Path | None = None,
        page: str = "docs/about/page.md",
        figures: Mapping[str, str] | None = None,
    ) -> html.HtmlElement:
        names, settings = extensions
        own = {"root": str(root) if root else "", "page": page, "figures": figures or {}}
        ours = {**settings, OWN_EXTENSION: own}
        output = markdown.Markdown(extensions=names, extension_configs=ours).convert(text)
        return html.fragment_fromstring(output, create_parent="div")

    return run
