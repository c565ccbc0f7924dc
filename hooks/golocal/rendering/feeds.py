"""News as feeds, all of it and by category: Atom (RFC 4287) and JSON Feed 1.1. Only a site that has an address has feeds."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from golocal.content.catalogue import Entry
from golocal.rendering.citing.citable import LANGUAGE
from golocal.rendering.pages import news
from golocal.rendering.pages.page import Workshop

ATOM = "http://www.w3.org/2005/Atom"
NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "https://go-local.invalid/")
"""Space of the names of pages: an entry keeps its id when the site moves to another address (RFC 4122, version 5)."""


def feeds(workshop: Workshop) -> dict[str, str]:
    """Text of each feed by the repository path that its address would have; empty where the site has no address."""
    if not workshop.identity.site:
        return {}
    made: dict[str, str] = {}
    for path, title, posts in _groups(workshop):
        made[f"{path}.xml"] = _atom(workshop, path, title, posts)
        made[f"{path}.json"] = _json(workshop, path, title, posts)
    return made


def _groups(workshop: Workshop) -> list[tuple[str, str, list[Entry]]]:
    name = workshop.identity.name
    groups = [(news.feed_path(), name, news.posts(workshop))]
    for category in news.used(workshop):
        label = workshop.plain_label(news.VOCABULARY, category)
        groups.append((news.feed_path(category), f"{name}: {label}", news.posts(workshop, category)))
    return groups


def _atom(workshop: Workshop, path: str, title: str, posts: list[Entry]) -> str:
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": LANGUAGE})
    _fill(feed, {"title": title, "id": _id(path), "updated": _moment(_newest(workshop, posts))})
    ElementTree.SubElement(
        feed, f"{{{ATOM}}}link", {"rel": "self", "href": workshop.identity.address_of(f"{path}.xml")}
    )
    ElementTree.SubElement(feed, f"{{{ATOM}}}link", {"href": workshop.identity.address_of(news.INDEX)})
    _fill(ElementTree.SubElement(feed, f"{{{ATOM}}}author"), {"name": workshop.identity.name})
    _fill(feed, {"rights": workshop.identity.licence, "subtitle": workshop.identity.independence})
    for post in posts:
        entry = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
        days = {"published": _moment(post.data["date"]), "updated": _moment(_changed(post))}
        _fill(entry, {"title": post.title, "id": _id(post.page), **days, "summary": post.summary})
        ElementTree.SubElement(entry, f"{{{ATOM}}}link", {"href": workshop.identity.address_of(post.page)})
        ElementTree.SubElement(entry, f"{{{ATOM}}}category", {"term": str(post.data["category"])})
    ElementTree.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(feed, encoding="unicode")}\n'


def _fill(element: ElementTree.Element, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        ElementTree.SubElement(element, f"{{{ATOM}}}{name}").text = text


def _json(workshop: Workshop, path: str, title: str, posts: list[Entry]) -> str:
    address = workshop.identity.address_of
    items: list[dict[str, Any]] = [
        {
            "id": _id(post.page),
            "url": address(post.page),
            "title": post.title,
            "content_text": post.summary,
            "date_published": _moment(post.data["date"]),
            "date_modified": _moment(_changed(post)),
            "tags": [workshop.plain_label(news.VOCABULARY, str(post.data["category"]))],
        }
        for post in posts
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "description": workshop.identity.independence,
        "home_page_url": address(news.INDEX),
        "feed_url": address(f"{path}.json"),
        "language": LANGUAGE,
        "authors": [{"name": workshop.identity.name}],
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _newest(workshop: Workshop, posts: list[Entry]) -> str:
    return max(map(_changed, posts), default=workshop.edition.isoformat())


def _changed(post: Entry) -> str:
    changes = [str(change["date"]) for change in post.data.get("changes") or []]
    return max([str(post.data["date"]), *changes])


def _moment(day: Any) -> str:
    """A day as the moment at which it begins (RFC 3339): no more is known."""
    return f"{day}T00:00:00Z"


def _id(path: str) -> str:
    return f"urn:uuid:{uuid.uuid5(NAMES, path)}"
