"""The ZIM file in two programs that we did not write: zimcheck finds no fault, and kiwix-serve gives it to a browser."""

from __future__ import annotations

import datetime
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from golocal.publishing.zim.file import write_zim

from .conftest import Visit

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.zim, pytest.mark.slow]
PAGE = "<html><body><article><h1>Shade</h1><p>Trees</p>{}</article></body></html>"


def program(variable: str, name: str) -> str:
    """Path of a program; the test is skipped, or fails in CI, where there is none."""
    found = os.environ.get(variable) or shutil.which(name)
    if found:
        return found
    reason = f"{name} is missing; on Debian: apt-get install zim-tools kiwix-tools"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def zim(repository: Path, site_offline: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy as a ZIM file."""
    file = tmp_path_factory.mktemp("zim") / "copy.zim"
    write_zim(repository, site_offline, file, datetime.date(2031, 1, 1))
    return file


@pytest.fixture(scope="module")
def kiwix(zim: Path) -> Iterator[str]:
    """Address of a server of the file."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program("KIWIX_SERVE", "kiwix-serve"), "--address=127.0.0.1", f"--port={port}", str(zim)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield answering(f"http://127.0.0.1:{port}/")
        finally:
            server.terminate()


def answering(address: str) -> str:
    """The address, once it answers."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return address
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


@pytest.fixture
def visit(kiwix: str, contexts: Callable[..., BrowserContext]) -> Visit:
    """A tab that may ask for nothing but the server."""
    return Visit(contexts().new_page(), kiwix)


@pytest.fixture(scope="module")
def content(kiwix: str) -> str:
    """Where the pages stand on the server, which depends on its version."""
    for place in ("content/copy/", "copy/"):
        try:
            with urllib.request.urlopen(f"{kiwix}{place}index.html", timeout=5) as answer:
                if answer.url.endswith("index.html"):
                    return place
        except urllib.error.HTTPError:
            continue
    raise AssertionError("the server does not have the file")


def checked(file: Path) -> tuple[int, str]:
    command = [program("ZIMCHECK", "zimcheck"), "--all", "--details", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_zimcheck_finds_nothing(zim: Path) -> None:
    code, told = checked(zim)
    assert "Overall Test Status: Pass" in told
    assert (code, [line for line in told.splitlines() if "[ERROR]" in line or "[WARNING]" in line]) == (0, [])


@pytest.mark.parametrize(
    "fault", ['<a href="missing.html">x</a>', '<img alt="" src="https://foreign.invalid/x.png">'], ids=["link", "image"]
)
def test_zimcheck_would_find_a_fault(repository: Path, tmp_path: Path, fault: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text(PAGE.format(fault), encoding="utf-8")
    write_zim(repository, tmp_path / "site", tmp_path / "bad.zim", datetime.date(2031, 1, 1))
    assert "Overall Test Status: Fail" in checked(tmp_path / "bad.zim")[1]


def test_pages_of_every_kind_open_and_ask_for_nothing_outside(visit: Visit, content: str, samples: list[str]) -> None:
    missing: list[str] = []
    visit.page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    for path in samples:
        expect(visit.open(content + path).locator("h1").first).to_be_visible()
    assert visit.foreign == []
    assert [address for address in missing if f"/{content}" in address] == []
    assert [error for error in visit.errors if "Failed to load resource" not in error] == []


def test_the_full_text_is_found_and_the_result_opens(visit: Visit, kiwix: str) -> None:
    page = visit.open("search?content=copy&pattern=equality+body")
    results = page.locator(".results a")
    assert results.count() > 10
    assert all("On this page" not in text for text in page.locator(".results cite").all_inner_texts())
    title = results.first.inner_text().strip()
    results.first.click()
    expect(page.locator("article h1")).to_contain_text(title)
    assert visit.foreign == []


def test_titles_are_suggested(visit: Visit) -> None:
    page = visit.open("suggest?content=copy&term=budg")
    assert "toolkit/human-rights-budgeting/index.html" in page.content()


def test_links_and_the_search_of_the_site_work_inside(visit: Visit, content: str) -> None:
    page = visit.open(f"{content}index.html")
    page.locator("article a[href$='.html']").first.click()
    expect(page.locator("article h1")).to_be_visible()
    page.locator("header [data-search]").click()
    page.keyboard.type("equality body")
    first = page.locator(".search-box .found-title").first
    expect(first).to_be_visible()
    first.click()
    expect(page.locator("article h1")).to_be_visible()
    assert f"/{content}" in page.url
    assert visit.foreign == []
