"""What many tests share: copies of the invented world."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import golocal.checks
from golocal.checks.run import check
from golocal.content.catalogue import Catalogue
from golocal.publishing.archive import slim
from golocal.publishing.data.files import write_data
from golocal.publishing.epub.files import write_epubs
from golocal.publishing.mkdocs_run import run_mkdocs
from golocal.publishing.publications.book import Binder
from golocal.reading.settings import read_settings
from golocal.rendering.identity import identity_of
from golocal.rendering.page_tree import MarkdownSettings
from golocal.rendering.site import Site

assert golocal.checks  # importing it registers the rules

WORLD = Path(__file__).parent / "world"
REPOSITORY = Path(__file__).parents[1]
SOURCES = ("docs", "hooks", "toolkit", "volumes")
SETTINGS = {"SOURCE_DATE_EPOCH": "1793404800", "SITE_URL": "", "GOLOCAL_COPIES": "", "GOLOCAL_DATA": ""}
ADDRESS = "https://guide.example/town/"
Write = Callable[[Path, Mapping[str, str | bytes]], Path]


@pytest.fixture
def write() -> Write:
    """Writes files, given as text or bytes by their path, into a folder, and returns the folder."""

    def write_all(folder: Path, files: Mapping[str, str | bytes]) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return write_all


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A copy of the invented world that a test may change."""
    root = tmp_path / "world"
    shutil.copytree(WORLD, root)
    (root / "mkdocs.yml").write_text(f"site_name: The invented world\nsite_url: {ADDRESS}\n", encoding="utf-8")
    (root / "outside.md").write_text("Outside of the source folders.\n", encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository's sources and code, which nobody edits while tests run."""
    root = tmp_path_factory.mktemp("repository")
    for name in SOURCES:
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    return root


@pytest.fixture(scope="session")
def catalogue(repository: Path) -> Catalogue:
    """The checked catalogue of the copy."""
    return check(repository).catalogue


@pytest.fixture(scope="session")
def open_data(repository: Path, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of open data, made once a session."""
    folder = tmp_path_factory.mktemp("data")
    write_data(catalogue, identity_of(read_settings(repository)), folder)
    return folder


@pytest.fixture(scope="session")
def binder(repository: Path, catalogue: Catalogue) -> Binder:
    """Makes books of the copy's pages."""
    settings = read_settings(repository)
    return Binder(Site(repository, catalogue, identity_of(settings)), MarkdownSettings.from_config(settings))


@pytest.fixture(scope="session")
def epubs(binder: Binder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all publications as EPUB."""
    folder = tmp_path_factory.mktemp("epub")
    write_epubs(binder, folder)
    return folder


@pytest.fixture(scope="session")
def site_online(repository: Path, open_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a server would have it, built once a session."""
    return built_site(repository, tmp_path_factory.mktemp("online"), OFFLINE="false", GOLOCAL_DATA=str(open_data))


@pytest.fixture(scope="session")
def site_offline(repository: Path, open_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a folder to open from a disk, as the archive holds it, built once a session."""
    site = built_site(repository, tmp_path_factory.mktemp("offline"), OFFLINE="true", GOLOCAL_DATA=str(open_data))
    slim(site)
    return site


def built_site(root: Path, target: Path, **variables: str) -> Path:
    """The site of the repository at `root`, built with its own code."""
    run_mkdocs(root, target, {"PYTHONPATH": str(root / "hooks"), **SETTINGS, **variables})
    return target
