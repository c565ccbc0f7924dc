"""The filters of the Find page: what a record or page carries, in the words that readers see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from golocal.content.catalogue import Catalogue
from golocal.rendering.pages.page import Workshop
from golocal.rendering.text import in_people

KIND = "kind"
FILTERS = {
    KIND: "Kind",
    "right": "Right",
    "theme": "Theme",
    "stage": "Policy stage",
    "function": "Function of the city",
    "commitment": "Commitment of the Ten-Point Plan",
    "region": "Region",
    "country": "Country or area",
    "population": "Size of the place",
    "competence": "Competence",
    "cost": "Size of the cost",
    "audience": "For whom",
    "evidence": "Evidence",
    "independent": "Independent evidence",
    "year": "Year",
}
"""Names in addresses, and what readers see, in the order of the page."""

_VOCABULARIES = {
    "theme": ("themes", "themes"),
    "stage": ("policy_stages", "policy-stages"),
    "function": ("functions", "functions"),
    "commitment": ("commitments", "commitments"),
    "region": ("region", "regions"),
    "country": ("country_or_area", "countries"),
    "population": ("population_class", "population-classes"),
    "competence": ("competence", "competences"),
    "cost": ("cost_class", "cost-classes"),
    "audience": ("audience", "audience"),
}
"""Field of the record, and the vocabulary of its values."""

_OTHER_REGIONS = frozenset({"standard"})
"""Kinds whose field `region` has a vocabulary of its own."""

_YEARS = ("started", "adopted", "year", "starts", "date", "issued", "published")
"""Fields that may hold the year of a record, the most telling first."""


def facets(workshop: Workshop, kind: str, id: str, data: Mapping[str, Any]) -> dict[str, list[str]]:
    """Values by filter; filters without a value are left out. `kind` of the page itself is not among them."""
    found = {name: list(dict.fromkeys(values)) for name, values in _facets(workshop, kind, id, data)}
    return {name: values for name, values in found.items() if values}


def orders(catalogue: Catalogue) -> dict[str, list[str]]:
    """Values of filters that have an order of their own, such as sizes, in that order."""
    return {name: _labels(catalogue, _VOCABULARIES[name][1]) for name in ("stage", "population", "cost", "commitment")}


def _labels(catalogue: Catalogue, vocabulary: str) -> list[str]:
    return [str(entry.get("label")) for entry in catalogue.corpus.vocabularies.get(vocabulary, {}).values()]


def _facets(workshop: Workshop, kind: str, id: str, data: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    yield "right", [_right(workshop, code) for code in _rights(kind, id, data)]
    for name, (key, vocabulary) in _VOCABULARIES.items():
        if not (name == "region" and kind in _OTHER_REGIONS):
            values = _list(data.get(key)) + (_list(data.get("role")) if name == "audience" else [])
            yield name, [_label(workshop, vocabulary, value) for value in values]
    evidence = data.get("evidence")
    if isinstance(evidence, Mapping):
        yield "evidence", [_label(workshop, "evidence-reports", evidence.get("report"))]
        yield "independent", ["Yes" if evidence.get("independent") in ("yes", "true") else "No"]
    yield "year", [year for year in (str(data.get(key) or "")[:4] for key in _YEARS) if year.isdecimal()][:1]


def where(workshop: Workshop, data: Mapping[str, Any]) -> tuple[str, str]:
    """Town with country, and number of people, of a record that has both; otherwise empty."""
    if not (data.get("city") and data.get("population_class")):
        return "", ""
    size = _label(workshop, "population-classes", data["population_class"])
    place = f"{data['city']}, {_label(workshop, 'countries', data['country_or_area'])}"
    return place, in_people(size)


def _rights(kind: str, id: str, data: Mapping[str, Any]) -> list[Any]:
    if kind == "right":
        return [id]
    return _list(data.get("rights")) + (_list(data.get("right")) if kind == "indicator" else [])


def _right(workshop: Workshop, code: Any) -> str:
    entry = workshop.catalogue.get("right", str(code))
    return entry.title if entry else "All rights"


def _label(workshop: Workshop, vocabulary: str, value: Any) -> str:
    entry = workshop.catalogue.corpus.vocabularies.get(vocabulary, {}).get(str(value), {})
    return str(entry.get("label") or value)


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [value] if value else []
