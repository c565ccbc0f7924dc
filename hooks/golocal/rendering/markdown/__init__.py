"""Python-Markdown extension of this site: safe output, callouts, glossary tooltips, panels, folds, inlined figures.

What it adds is presentation. Text, links and anchors are complete in the staged Markdown without it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import markdown
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedBlockPreprocessor

from golocal.content.locations import HOME
from golocal.rendering.markdown.callouts import Callouts
from golocal.rendering.markdown.doors import Doors
from golocal.rendering.markdown.figures import Figures
from golocal.rendering.markdown.folds import Folds
from golocal.rendering.markdown.marks import HeadingMarks
from golocal.rendering.markdown.panels import Panels
from golocal.rendering.markdown.safe import Safe
from golocal.rendering.markdown.tables import Tables
from golocal.rendering.markdown.terms import TermTooltips


class GoLocalExtension(Extension):
    """Registers the processors.

    Config:
        root: repository root, for figures; empty: figures stay images.
        page: repository path of the page that is rendered.
        figures: SVG of generated pages, by the repository path that it would have.
    """

    def __init__(self, **settings: Any) -> None:
        self.config = {
            "root": ["", "repository root"],
            "page": ["", "repository path of the page"],
            "figures": [{}, "made figures"],
        }
        super().__init__(**settings)

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Refuse raw HTML and indented code, then add tree processors after `attr_list` (8) and before link resolution (0)."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("automail")
        md.parser.blockprocessors.deregister("code")
        _plain_fences(md)
        root, page = str(self.getConfig("root")), str(self.getConfig("page"))
        md.treeprocessors.register(Callouts(md), "golocal-callouts", 4)
        md.treeprocessors.register(Panels(md), "golocal-panels", 4)
        md.treeprocessors.register(Folds(md), "golocal-folds", 4)
        md.treeprocessors.register(TermTooltips(md), "golocal-terms", 3)
        if page == HOME:
            md.treeprocessors.register(Doors(md), "golocal-doors", 4)
        if root:
            md.treeprocessors.register(Figures(md, Path(root), page, self.getConfig("figures")), "golocal-figures", 2)
        md.treeprocessors.register(Safe(md), "golocal-safe", 1)
        md.treeprocessors.register(Tables(md), "golocal-tables", 0.5)
        md.treeprocessors.register(HeadingMarks(md), "golocal-marks", 0.5)


def _plain_fences(md: markdown.Markdown) -> None:
    """Fenced code keeps no attributes but language, class and id: it is stored as HTML, where `Safe` cannot reach."""
    for fences in md.preprocessors:
        if isinstance(fences, FencedBlockPreprocessor):
            fences.checked_for_deps = True


def makeExtension(**settings: Any) -> GoLocalExtension:
    """Entry point of Python-Markdown."""
    return GoLocalExtension(**settings)
