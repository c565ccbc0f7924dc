"""What the home page says of the evidence is what the records say."""

from __future__ import annotations

import re
from pathlib import Path

from golocal.content.catalogue import Catalogue

HOME = Path(__file__).parents[2] / "docs/index.md"


def test_figures_on_practices(catalogue: Catalogue) -> None:
    practices = [entry.data for entry in catalogue.of_kind("practice")]
    effect = [data for data in practices if data["evidence"]["report"] == "studied-effect"]
    independent = [data for data in effect if data["evidence"]["independent"] in ("yes", "true")]
    unknown = [data for data in practices if data["state"] == "unknown"]
    sentence = re.search(r"^- Of the .*$", HOME.read_text(encoding="utf-8"), re.MULTILINE)
    assert sentence
    told = [int(number) for number in re.findall(r"\b\d+\b", sentence.group())]
    assert told == [len(practices), len(effect), len(independent), len(unknown)]
