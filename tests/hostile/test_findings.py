"""Each attack is a finding in its place, or it is plain text and stays what it looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from tests.hostile.attacks import ADDRESSES, ATTRIBUTE_LISTS, CARRIERS, FIELD_ATTACKS, FORMS, RAW
from tests.hostile.worlds import changed, free_texts, load

from golocal.checks.run import read_vocabularies
from golocal.content.kinds import ALL_MODELS, DOCUMENT_MODELS
from golocal.content.kinds.common import Model
from golocal.content.locations import data_kind, identify
from golocal.content.validation import validate
from golocal.findings import Finding
from golocal.reading.yamltree import YamlTree
from golocal.rendering.text import escape

Render = Callable[[str], html.HtmlElement]
Find = Callable[[str], list[Finding]]

WORLD = Path(__file__).parents[1] / "world"
VOCABULARIES = read_vocabularies(WORLD)
PLAIN = {name: attack for name, attack in FIELD_ATTACKS.items() if not set("<>") & set(attack)}
REFUSED = {name: attack for name, attack in FIELD_ATTACKS.items() if name not in PLAIN}
LINKING = ("href", "src")


def records() -> Iterator[tuple[str, Any]]:
    """Kind and values of each record and front matter of the invented world."""
    for file in sorted(WORLD.glob("docs/data/*/*.yml")):
        for record in load(file.read_text(encoding="utf-8")).values():
            yield data_kind(file.relative_to(WORLD).as_posix()), record
    for file in sorted(WORLD.rglob("*.md")):
        kind = identify(file.relative_to(WORLD).as_posix()).kind
        yield kind, load(file.read_text(encoding="utf-8").split("---\n")[1])


def model_of(kind: str) -> type[Model]:
    return DOCUMENT_MODELS.get(kind) or ALL_MODELS[kind]


def test_every_kind_has_fields_of_plain_text() -> None:
    found = {kind for kind, record in records() if free_texts(model_of(kind), record, VOCABULARIES)}
    assert found == set(ALL_MODELS)


@pytest.mark.parametrize("attack", REFUSED.values(), ids=REFUSED)
def test_markup_in_a_field_is_refused_in_its_place(attack: str) -> None:
    for kind, record in records():
        model = model_of(kind)
        for place in free_texts(model, record, VOCABULARIES):
            tree = YamlTree(marks={place: (7, 9)})
            (fault, *_) = validate(model, changed(record, {place: attack}), tree, (), VOCABULARIES)
            assert (fault.line, fault.column) == (7, 9), f"{kind} {place}"


FRAMES = ["{}", "- {}", "**{}** x", "## {}", "[{}](page.md)", "- **Label:** {}", "| a |\n| --- |\n| {} |"]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("attack", FIELD_ATTACKS.values(), ids=FIELD_ATTACKS)
def test_a_field_shows_as_it_was_written(render: Render, frame: str, attack: str) -> None:
    """Not only those that no rule refuses: nothing in a field is ever read as markup."""
    shown = render(frame.format(escape(attack.replace("\n", " "))))
    for unwanted in shown.xpath(".//*[@class='headerlink']"):
        unwanted.drop_tree()
    expected = "".join(sign for sign in attack if sign not in "\x02\x03")
    assert " ".join(expected.split()) in " ".join(shown.text_content().split())


@pytest.mark.parametrize("text", RAW)
def test_raw_html_is_a_finding_or_text(findings: Find, render: Render, text: str) -> None:
    found = findings(text)
    if found:
        assert all(1 <= finding.line <= text.count("\n") + 1 for finding in found)
    else:
        assert harmless(render(text))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_an_address_of_another_scheme_is_a_finding_or_no_link(findings: Find, render: Render, form: str) -> None:
    silent = [address for address in ADDRESSES if not findings(form.format(address))]
    assert [address for address in silent if not harmless(render(form.format(address)))] == []
    assert len(silent) <= len(ADDRESSES) // 3, "most are findings, or this proves little"


@pytest.mark.parametrize("carrier", CARRIERS)
def test_attributes_are_findings(findings: Find, carrier: str) -> None:
    assert [given for given in ATTRIBUTE_LISTS if not findings(carrier.format(given))] == []


def harmless(tree: html.HtmlElement) -> bool:
    """Whether a text was rendered without a link, an image and an attribute but those of code."""
    return not tree.xpath(".//a | .//img | .//@*[not(name() = 'class')]") and not tree.xpath(".//script | .//iframe")


def test_a_code_fence_may_name_its_language(findings: Find) -> None:
    assert findings("```yaml\na: { b: c }\n```\n\n~~~\n{: x }\n~~~") == []


def test_no_template_prints_what_it_took_out_of_its_tags() -> None:
    """The filter `striptags` gives text, in which an element that was only shown is one again."""
    templates = (Path(__file__).parents[2] / "hooks/theme").rglob("*.html")
    printed = [
        line for file in templates for line in file.read_text(encoding="utf-8").splitlines() if "striptags" in line
    ]
    assert [line for line in printed if "| striptags | e " not in line] == []
