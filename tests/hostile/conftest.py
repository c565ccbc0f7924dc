"""The site's renderer, and the rules, for one text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from lxml import html
from mkdocs.config import load_config

import golocal.checks
from golocal.checks.judge import apply
from golocal.checks.run import check, read_vocabularies
from golocal.content.corpus import read_document
from golocal.findings import Finding, Scope, all_rules

assert golocal.checks  # importing it registers the rules

REPOSITORY = Path(__file__).parents[2]
WORLD = REPOSITORY / "tests/world"
PAGE = "docs/about/page.md"
FRONT = '---\ntitle: Page\nsummary: A summary of more than twenty characters.\nstatus: draft\nprovenance: original\nversion: "1"\n---\n'
LINES_BEFORE = FRONT.count("\n")


@pytest.fixture(scope="session")
def render() -> Callable[[str], html.HtmlElement]:
    """Renders a text with the site's extensions and parses the HTML."""
    config = load_config(str(REPOSITORY / "mkdocs.yml"))

    def run(text: str) -> html.HtmlElement:
        converter = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
        return html.fragment_fromstring(converter.convert(text), create_parent="div")

    return run


@pytest.fixture(scope="session")
def findings() -> Callable[[str], list[Finding]]:
    """Findings about a text, with lines counted in the text."""
    vocabularies = read_vocabularies(WORLD)
    catalogue = check(WORLD).catalogue
    rules = all_rules()

    def run(text: str) -> list[Finding]:
        source = read_document(PAGE, f"{FRONT}{text}\n", vocabularies)
        found = [*apply(rules, Scope.SOURCE, source), *apply(rules, Scope.DOCUMENT, source)]
        found += apply(rules, Scope.RELATION, source, catalogue)
        return [finding._replace(line=finding.line - LINES_BEFORE) for finding in found]

    return run
