"""A site built from hostile sources with all checks switched off does nothing to its reader: no program runs, nothing is asked for."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page
from tests.hostile.attacks import FIELD_ATTACKS
from tests.hostile.harm import data_in, pages, scripts_in, strange_in
from tests.hostile.worlds import attack_everything, with_code

from golocal.publishing.archive import slim
from golocal.verifying.run import verify_files

pytestmark = [pytest.mark.site, pytest.mark.slow]

HERE = Path(__file__).parents[1]
FIXED = {"SITE_URL": "", "SOURCE_DATE_EPOCH": "1793404800", "NO_MKDOCS_2_WARNING": "1", "GOLOCAL_COPIES": ""}
ADDRESS_OF_ROOT = re.compile(r'new URL\("[^"]*"')
NOT_HERE = ("Failed to load resource", "net::ERR_FILE_NOT_FOUND")


def built(root: Path, target: Path, *, offline: bool) -> Path:
    """The site of a world by its own code, warnings or not: a checked build would never come so far."""
    environment = {**os.environ, **FIXED, "OFFLINE": str(offline).lower(), "PYTHONPATH": str(root / "hooks")}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return target


@pytest.fixture(scope="module")
def hostile_world(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """The invented world, attacked everywhere, with code that lets every error pass."""
    root = tmp_path_factory.mktemp("hostile") / "world"
    shutil.copytree(HERE / "world", root)
    attack_everything(root)
    with_code(root, repository, unchecked=True)
    return root


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """The site of the invented world as it is, for a disk."""
    root = tmp_path_factory.mktemp("usual") / "world"
    shutil.copytree(HERE / "world", root)
    with_code(root, repository, unchecked=False)
    return built(root, root.parent / "site", offline=True)


@pytest.fixture(scope="module")
def hostile(hostile_world: Path) -> Path:
    """The site of the attacked world, for a disk: there no policy stands between a page and its reader."""
    site = built(hostile_world, hostile_world.parent / "site", offline=True)
    slim(site)
    return site


@pytest.fixture(scope="module")
def hostile_online(hostile_world: Path, hostile: Path) -> Path:
    """The same for a server."""
    return built(hostile_world, hostile_world.parent / "online", offline=False)


def test_the_attacks_arrive(hostile: Path) -> None:
    """Otherwise all that follows would prove nothing."""
    text = "".join(page.read_text(encoding="utf-8") for page in pages(hostile))
    assert len(pages(hostile)) > 15 * len(FIELD_ATTACKS)
    assert text.count("alert(1)") > 1000
    assert text.count("evil.example") > 100


def test_pages_hold_no_element_that_the_usual_site_does_not_have(hostile: Path, usual: Path) -> None:
    assert strange_in(hostile, usual)[:20] == []


def test_pages_hold_no_program_that_the_usual_site_does_not_have(hostile: Path, usual: Path) -> None:
    ours, theirs = ({ADDRESS_OF_ROOT.sub("", script) for script in scripts_in(site)} for site in (usual, hostile))
    assert theirs - ours == set()


def test_data_in_pages_stay_data(hostile: Path) -> None:
    found = data_in(hostile)
    assert len(found) > 10
    assert [text for text in found if "<" in text or not isinstance(json.loads(text), (dict, list))] == []


def test_the_policy_of_each_page_fits_it(hostile_online: Path) -> None:
    problems = verify_files(hostile_online, offline=False)
    assert [problem for problem in problems if "Policy" in problem.text] == []
    assert [problem for problem in problems if "another host" in problem.text] == []


def test_refused_figures_are_not_published(hostile: Path) -> None:
    assert {file.name for file in hostile.rglob("*.svg") if "assets" not in file.parts} == {"chain.svg"}


@pytest.mark.browser
def test_no_page_does_anything(hostile: Path, offline: Callable[..., Any]) -> None:
    visit = offline()
    visit.home, dialogs = f"{hostile.as_uri()}/", _dialogs(visit.page)
    everything = [page for page in pages(hostile) if "attacks-" in page.name or page.parent.name == "library"]
    for page in [*everything, *pages(hostile)[:: len(FIELD_ATTACKS) // 4]]:
        visit.open(page.relative_to(hostile).as_posix())
    assert dialogs == []
    assert visit.foreign == []
    assert [error for error in visit.errors if not any(text in error for text in NOT_HERE)] == []


@pytest.mark.browser
@pytest.mark.parametrize("words", ["title", "onfocus", "script"])
def test_results_of_a_search_do_nothing(hostile: Path, offline: Callable[..., Any], words: str) -> None:
    visit = offline()
    visit.home, dialogs = f"{hostile.as_uri()}/", _dialogs(visit.page)
    page = visit.open("index.html")
    page.locator("header [data-search]").click()
    page.keyboard.type(words)
    page.locator(".search-box .found-title").first.wait_for()
    page.wait_for_timeout(300)
    assert dialogs == []
    assert visit.foreign == []
    result = page.locator(".search-box .found-list")
    assert result.locator("script, img, iframe, [onfocus], [onerror], [onload]").count() == 0


@pytest.mark.browser
@pytest.mark.parametrize("attack", ["element", "attribute", "end of an element"])
def test_an_attack_would_be_seen(
    hostile: Path, usual: Path, tmp_path: Path, offline: Callable[..., Any], attack: str
) -> None:
    page = (hostile / "index.html").read_text(encoding="utf-8")
    text = FIELD_ATTACKS[attack]
    given = f'<input value="{text}">' if attack == "attribute" else text
    (tmp_path / "index.html").write_text(page.replace("</article>", f"{given}</article>"), encoding="utf-8")
    visit = offline()
    visit.home, dialogs = f"{tmp_path.as_uri()}/", _dialogs(visit.page)
    visit.open("index.html")
    visit.page.locator("input[value=x]").focus() if attack == "attribute" else visit.page.wait_for_timeout(300)
    assert dialogs
    assert strange_in(tmp_path, usual)


def _dialogs(page: Page) -> list[str]:
    """Messages of all dialogs that open from now on."""
    seen: list[str] = []

    def close(dialog: Dialog) -> None:
        seen.append(f"{page.url}: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", close)
    return seen
