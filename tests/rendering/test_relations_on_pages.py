"""Both ends of every relation are links: on the page of a record stands each record to which it is related, and the other way round."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from golocal.checks.run import check
from golocal.content.catalogue import Catalogue
from golocal.content.locations import sequence_of, topic_page
from golocal.content.mentions import RecordKey
from golocal.content.neighbours import members, neighbours
from golocal.content.relations import relations
from golocal.reading.markdown import read_markdown
from golocal.reading.settings import read_settings
from golocal.rendering.identity import Identity, identity_of
from golocal.rendering.kind_names import MANY
from golocal.rendering.site import Site

Links = Callable[[str], set[str]]


def links_of(site: Site) -> Links:
    """Targets of the links of a page, with their anchors, each page read once."""
    known: dict[str, set[str]] = {}

    def links(path: str) -> set[str]:
        if path not in known:
            found = (link.target for link in read_markdown(site.page(path).with_front_matter()).links)
            parts = (target.partition("#") for target in found if ":" not in target)
            folder = posixpath.dirname(path)
            known[path] = {
                (posixpath.normpath(posixpath.join(folder, file)) if file else path) + mark + anchor
                for file, mark, anchor in parts
            }
        return known[path]

    return links


@pytest.fixture(scope="module")
def site(repository: Path, catalogue: Catalogue) -> Site:
    return Site(repository, catalogue, identity_of(read_settings(repository)), preview=True)


@pytest.fixture(scope="module")
def links(site: Site) -> Links:
    return links_of(site)


def place_of(catalogue: Catalogue, key: RecordKey) -> str:
    """Page and anchor of a record, or of a document that is none."""
    entry = catalogue.entries.get(key)
    if entry is None:
        return next(path for path, d in catalogue.corpus.documents.items() if (d.kind, d.id) == tuple(key))
    return f"{entry.page}#{entry.page_anchor}" if entry.page_anchor else entry.page


def missing_ends(catalogue: Catalogue, links: Links) -> list[str]:
    """Ends of relations that are no link on the page of the other end; pages of one chapter or volume have a menu of their own."""
    missing = []
    for here, others in neighbours(relations(catalogue)).items():
        page = place_of(catalogue, here).partition("#")[0]
        for there in others:
            target = place_of(catalogue, there)
            same = sequence_of(page) and sequence_of(page) == sequence_of(target)
            if there.kind == "reference" or same or target.startswith(f"{page}#"):
                continue
            if not any(link == target or link.partition("#")[0] == target for link in links(page)):
                missing.append(f"{here} has no link to {there}")
    return missing


def test_every_relation_of_the_library_can_be_followed_from_both_ends(catalogue: Catalogue, links: Links) -> None:
    assert sum(len(others) for others in neighbours(relations(catalogue)).values()) > 500
    assert missing_ends(catalogue, links) == []


def test_every_relation_of_the_world_can_be_followed_from_both_ends(world: Path) -> None:
    site = Site(world, check(world).catalogue, Identity("The world", "", ""), preview=True)
    assert missing_ends(site.catalogue, links_of(site)) == []


def test_a_relation_without_its_other_end_would_be_found(catalogue: Catalogue, links: Links) -> None:
    right = next(entry.page for entry in catalogue.of_kind("right"))
    assert missing_ends(catalogue, lambda path: set() if path == right else links(path))


def test_exact_provisions_are_links_at_the_other_end(catalogue: Catalogue, links: Links) -> None:
    checked = 0
    for here, others in neighbours(relations(catalogue)).items():
        for there, ends in others.items():
            if there.kind == "standard" and here.kind in ("right", "indicator"):
                target = place_of(catalogue, there)
                for anchor in ends.there:
                    assert f"{target}#{anchor}" in links(place_of(catalogue, here)), (here, there, anchor)
                    checked += 1
    assert checked > 100


def test_a_provision_names_what_names_it(world: Path) -> None:
    site = Site(world, check(world).catalogue, Identity("The world", "", ""), preview=True)
    text = site.page("docs/library/standards/warm-covenant.md").text.partition("### Article 4")[2]
    known = [
        "Right to housing",
        "Homes below 18 degrees",
        "Warm homes in Ambrook",
        "A first winter in the housing office",
    ]
    named = re.search(r"^Named by \d+ records and pages\n\{: \.fold \.listing \}\n\n((?:- .+\n)+)", text, re.MULTILINE)
    titles = re.findall(r"^- \[(.+?)\]", named[1] if named else "", re.MULTILINE)
    assert [title for title in titles if title in known] == known


def test_sources_and_terms_say_where_they_are_used(catalogue: Catalogue, site: Site, links: Links) -> None:
    seen = neighbours(relations(catalogue))
    for kind in ("reference", "term"):
        for entry in catalogue.of_kind(kind):
            page = entry.page
            for user in seen.get(entry.key, {}):
                if user.kind in MANY and user.kind != "term":
                    assert place_of(catalogue, user) in links(page), (entry.key, user)
    assert "docs/about/method.md" in links("docs/library/terms.md")


def test_every_member_of_a_topic_stands_on_its_page_and_leads_back(catalogue: Catalogue, links: Links) -> None:
    panels = {"chapter", "practice", "task"}
    for topic, keys in members(relations(catalogue), catalogue.corpus.vocabularies).items():
        page = topic_page(*topic)
        for key in keys:
            if key.kind in MANY:
                assert place_of(catalogue, key) in links(page), (topic, key)
            if key.kind in panels:
                assert page in {link.partition("#")[0] for link in links(place_of(catalogue, key))}, (topic, key)


def test_a_right_shows_practices_with_place_and_size_the_smallest_first(world: Path) -> None:
    practice = world / "docs/practices/tarnholm-heat-fund.md"
    text = practice.read_text("utf-8").replace("population_class: under-10000", "population_class: over-10000")
    (world / "docs/practices/large-city.md").write_text(text.replace("title: A heat", "title: A big"), "utf-8")
    site = Site(world, check(world).catalogue, Identity("The world", "", ""), preview=True)
    section = (
        site.page("docs/library/rights/housing.md")
        .text.partition("\n## Practices {: .listing }\n")[2]
        .partition("\n## ")[0]
    )
    assert [line.partition(" · ")[2] for line in section.strip().split("\n")] == [
        "Tarnholm, Arvenia · Under 10,000 · Budgeting",
        "Tarnholm, Arvenia · Over 10,000 · Budgeting",
    ]


def test_a_long_group_of_practices_is_parted_by_size(world: Path) -> None:
    practice = world / "docs/practices/tarnholm-heat-fund.md"
    for number in range(9):
        size = "over-10000" if number % 2 else "under-10000"
        text = practice.read_text("utf-8").replace("population_class: under-10000", f"population_class: {size}")
        (world / f"docs/practices/copy-{number}.md").write_text(text.replace("A heat", f"A {number}"), "utf-8")
    site = Site(world, check(world).catalogue, Identity("The world", "", ""), preview=True)
    text = site.page("docs/library/rights/housing.md").text
    assert text.index("Small places\n{: .group }") < text.index("Large places\n{: .group }")


def test_labels_of_a_practice_lead_to_pages_of_topics(world: Path) -> None:
    site = Site(world, check(world).catalogue, Identity("The world", "", ""), preview=True)
    text = site.page("docs/practices/tarnholm-heat-fund.md").text
    for link in (
        "[Under 10,000](../library/sizes/small-town.md#under-10000)",
        "[Northern Isles](../library/regions/northern-isles.md)",
        "[Arvenia](../library/regions/northern-isles.md#xa)",
        "[Budgeting](../library/themes/budgeting.md)",
        "[Plan](../library/stages/plan.md)",
    ):
        assert link in text
