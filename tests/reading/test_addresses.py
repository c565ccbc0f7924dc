"""Hosts and addresses as a browser reads them."""

from __future__ import annotations

import pytest

from golocal.reading.addresses import belongs_to, host_of, path_below
from golocal.reading.settings import own_addresses


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://Www.Example.org/a", "www.example.org"),
        ("http://user:word@example.org:8080", "example.org"),
        ("https://example.org./a", "example.org"),
        ("//example.org/a", "example.org"),
        ("https:\\\\example.org\\a", "example.org"),
        ("https://ex&#97;mple.org", "example.org"),
        ("https://[::1]/a", "::1"),
        ("https://[broken/a", ""),
        ("../tasks/cold-week.md", ""),
        ("mailto:desk@example.org", ""),
        ("right:housing", ""),
    ],
)
def test_host(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("host", "belongs"),
    [
        ("example.org", True),
        ("a.b.example.org", True),
        ("notexample.org", False),
        ("example.org.evil.net", False),
        ("org", False),
        ("", False),
    ],
)
def test_a_host_belongs_to_a_site_or_not(host: str, belongs: bool) -> None:
    assert belongs_to(host, "example.org") is belongs


@pytest.mark.parametrize(
    ("address", "below"),
    [
        ("https://example.org/town", ""),
        ("https://example.org/town/", ""),
        ("http://EXAMPLE.org/town/tasks/a/#b", "tasks/a/"),
        ("https://example.org/township/", None),
        ("https://example.org/", None),
        ("https://www.example.org/town/", None),
        ("town/tasks", None),
    ],
)
def test_path_below_a_base(address: str, below: str | None) -> None:
    assert path_below(address, "https://example.org/town/") == below


def test_own_addresses_are_those_that_are_configured() -> None:
    settings = {"site_url": "https://a.example/", "edit_uri_template": "https://b.example/edit/{path}", "repo_url": ""}
    assert own_addresses(settings) == ("https://a.example/", "https://b.example/edit/")
    assert own_addresses({"site_url": None, "edit_uri_template": "edit/{path}", "repo_url": 7}) == ()
