"""Chromium of the system, a local server, and pages that note what they ask for and what goes wrong in them.

`CHROMIUM` names the browser; without one the tests are skipped, but they fail where CI=true.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from golocal.content.catalogue import Catalogue
from golocal.content.locations import COLLECTION_PAGES, staged_path, topic_page
from golocal.content.neighbours import members
from golocal.content.relations import relations

from .addresses import folder_address

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run"
).split()
OF_THE_PAGE_ITSELF = ("data:", "blob:", "about:")


@dataclass
class Visit:
    """A tab of the browser.

    Attributes:
        home: addresses that begin so belong to the site.
        foreign: addresses outside of it that were asked for.
        errors: what the console or a script reported.
    """

    page: Page
    home: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("websocket", lambda socket: self._note(socket.url))
        self.page.on("pageerror", lambda error: self.errors.append(f"{self.page.url}: {error}"))
        self.page.on(
            "console",
            lambda line: self.errors.append(f"{self.page.url}: {line.text}") if line.type == "error" else None,
        )

    def _note(self, url: str) -> None:
        if not url.startswith((self.home, *OF_THE_PAGE_ITSELF)):
            self.foreign.append(url)

    def open(self, path: str) -> Page:
        """Go to a page of the site."""
        self.page.goto(self.home + path, wait_until="load")
        return self.page


NewVisit = Callable[..., Visit]


def chromium() -> str:
    """Path of Chromium; the test is skipped, or fails in CI, where there is none."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path and shutil.which(path):
        return path
    reason = "Chromium is missing: install it, or name it in CHROMIUM"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """An empty tab without network."""
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files over connections that stay open, and prints nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""


@pytest.fixture(scope="session")
def address_online(site_online: Path) -> Iterator[str]:
    """The online site on a local server."""
    handler = functools.partial(QuietHandler, directory=str(site_online))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes contexts, each as a new browser without memory, closed at the end."""
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        made.append(browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options}))
        made[-1].set_default_timeout(10_000)
        return made[-1]

    yield make
    for context in made:
        context.close()


@pytest.fixture
def offline(site_offline: Path, contexts: Callable[..., BrowserContext]) -> NewVisit:
    """Opens a tab on the offline copy, from its folder."""
    return lambda **options: Visit(contexts(**options).new_page(), f"{site_offline.as_uri()}/")


@pytest.fixture
def online(address_online: str, contexts: Callable[..., BrowserContext]) -> NewVisit:
    """Opens a tab on the online site."""
    return lambda **options: Visit(contexts(**options).new_page(), address_online)


@pytest.fixture(scope="session")
def samples(catalogue: Catalogue) -> list[str]:
    """A page of each kind, every list, and a page of each vocabulary, as the offline copy names them; the home page first."""
    by_kind: dict[str, str] = {}
    for key, entry in sorted(catalogue.entries.items()):
        by_kind.setdefault(key.kind, entry.page)
    by_topic: dict[str, str] = {}
    for topic in members(relations(catalogue), catalogue.corpus.vocabularies):
        by_topic.setdefault(topic.vocabulary, topic_page(*topic))
    pages = ["docs/index.md", "toolkit/index.md", "docs/library/index.md", *by_kind.values()]
    pages += [*COLLECTION_PAGES, *by_topic.values()]
    return [f"{staged_path(page)[:-3]}.html" for page in dict.fromkeys(pages) if page]


@pytest.fixture(scope="session")
def every_kind(site_online: Path, samples: list[str]) -> list[str]:
    """Addresses on the online site: a page of each kind, every index, and a page of each folder besides."""
    found = {path: folder_address(path) for path in samples}
    for file in sorted(site_online.rglob("*.html")):
        path = file.relative_to(site_online).as_posix()
        is_leaf = path.count("/") > 1 and not any(file.parent.glob("*/index.html"))
        found.setdefault(f"in {file.parent.parent}" if is_leaf else path, folder_address(path))
    return sorted(set(found.values()))
