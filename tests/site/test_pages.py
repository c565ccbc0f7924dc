"""What every built page has, and what no built file may hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from golocal.reading.settings import read_settings
from golocal.rendering.identity import identity_of
from golocal.verifying.run import verify_files

pytestmark = pytest.mark.site
Pages = dict[str, html.HtmlElement]

LOADED = (
    "//script/@src | //img/@src | //img/@srcset | //iframe/@src | //source/@src | //video/@src | //audio/@src"
    " | //object/@data | //embed/@src | //form/@action | //link[not(@rel='canonical')]/@href"
)
REFUSED = "//article//*[self::script or self::style or self::iframe or self::object or self::embed or self::form[not(@role='search')]]"


def wrong(pages: Pages, accepts: Callable[[html.HtmlElement], object]) -> list[str]:
    return [path for path, page in pages.items() if not accepts(page)]


def test_every_page_has_one_title(pages: Pages) -> None:
    assert wrong(pages, lambda page: len(page.xpath("//h1")) == 1) == []


def test_every_page_names_its_language(pages: Pages) -> None:
    assert wrong(pages, lambda page: page.xpath("/html/@lang") == ["en"]) == []


def test_every_page_has_a_title_of_its_own(pages: Pages, repository: Path) -> None:
    titles = {path: page.findtext(".//title") or "" for path, page in pages.items()}
    name = str(read_settings(repository)["site_name"])
    assert [path for path, title in titles.items() if name not in title] == []


def test_every_page_has_a_description(pages: Pages) -> None:
    assert wrong(pages, lambda page: "".join(page.xpath("//meta[@name='description']/@content")).strip()) == []


def test_every_page_says_that_it_is_independent(pages: Pages, repository: Path) -> None:
    sentence = identity_of(read_settings(repository)).independence
    assert sentence
    assert wrong(pages, lambda page: sentence in " ".join(page.text_content().split())) == []


def test_markup_of_the_theme_stands_around_the_text_only(pages: Pages) -> None:
    assert wrong(pages, lambda page: not page.xpath(REFUSED)) == []
    assert (
        wrong(pages, lambda page: not page.xpath("//article//@*[starts-with(name(), 'on') or name() = 'style']")) == []
    )


def test_nothing_is_loaded_from_elsewhere(pages: Pages) -> None:
    foreign = {
        path: found
        for path, page in pages.items()
        if (found := [address for address in page.xpath(LOADED) if re.match(r"(?:[a-z]+:)?//", address.strip())])
    }
    assert foreign == {}


@pytest.mark.parametrize("copy", ["site_online", "site_offline"])
def test_verification_finds_no_problem(copy: str, request: pytest.FixtureRequest) -> None:
    assert verify_files(request.getfixturevalue(copy), offline=copy == "site_offline") == []


@pytest.mark.parametrize("copy", ["site_online", "site_offline"])
def test_raw_data_stay_out(copy: str, open_data: Path, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(copy)
    names = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert not {name for name in names if name.endswith((".yml", ".yaml", ".py"))}
    copies = {name for name in names if name.endswith(".md")}
    assert bool(copies) is (copy == "site_online"), "pages as plain text stand online only"
    assert [name for name in copies if "[@" in (folder / name).read_text("utf-8") and "contribute/" not in name] == []
    only_online = {"go-local-data.zip"} if copy == "site_offline" else set()
    made = {f"data/{file.name}" for file in open_data.iterdir() if file.name not in only_online}
    assert {name for name in names if name.startswith("data/")} == made, "only what the build makes stands there"


def test_remarks_between_editors_stay_out(site_online: Path, site_offline: Path, repository: Path) -> None:
    note = re.compile(r"editor_note: *(?:>-?\n *)?[\"']?(.{12,60})")
    data = (repository / "docs/data").rglob("*.yml")
    notes = {found.group(1) for file in data for found in note.finditer(file.read_text(encoding="utf-8"))}
    texts = [
        file.read_text(encoding="utf-8")
        for folder in (site_online, site_offline)
        for file in folder.rglob("*")
        if file.suffix in (".html", ".json", ".js", ".xml")
    ]
    assert [remark for remark in sorted(notes) if any(remark in text for text in texts)] == []


def test_no_address_is_invented(site_online: Path) -> None:
    pages = [*site_online.rglob("*.html"), site_online / "sitemap.xml"]
    text = "".join(page.read_text(encoding="utf-8") for page in pages if page.is_file())
    assert not re.search(r"rel=\"canonical\"|https?://(?:localhost|127\.0\.0\.1)[:/]", text)
