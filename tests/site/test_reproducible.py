"""The same sources give the same bytes, wherever, whenever and in whatever language they are built."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from golocal.publishing.archive import pack
from golocal.publishing.folders import paths_in, sha256_of
from golocal.publishing.mkdocs_run import run_mkdocs

pytestmark = [pytest.mark.site, pytest.mark.slow]
DAY = datetime.date(2026, 11, 1)
PLACES = [
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONHASHSEED": "4242"},
]


@pytest.mark.parametrize("offline", ["false", "true"], ids=["online", "offline"])
def test_two_builds_are_alike(repository: Path, tmp_path: Path, offline: str) -> None:
    sites = [
        build(repository, tmp_path / f"place-{number}" / ("deeper" * number), offline, PLACES[number])
        for number in (0, 1)
    ]
    kept = render(sites[0].parent / "repository", tmp_path / "from-the-store", offline, PLACES[1])
    first, second, third = ({path: sha256_of(site / path) for path in paths_in(site)} for site in (*sites, kept))
    assert len(first) > 50
    assert first == second
    assert first == third, "what an earlier build has kept changes nothing"
    archives = [site.parent / "copy.zip" for site in sites]
    for site, archive in zip(sites, archives, strict=True):
        pack(site, archive, top="go-local", date=DAY)
    assert sha256_of(archives[0]) == sha256_of(archives[1])


def build(repository: Path, folder: Path, offline: str, place: dict[str, str]) -> Path:
    """Build a copy in a folder of its own, without anything from an earlier build."""
    root = folder / "repository"
    shutil.copytree(repository, root, ignore=shutil.ignore_patterns("__pycache__", ".cache"))
    return render(root, folder / "site", offline, place)


def render(root: Path, site: Path, offline: str, place: dict[str, str]) -> Path:
    """Build the repository at `root` into a folder."""
    variables = {"PYTHONPATH": str(root / "hooks"), "OFFLINE": offline, "SITE_URL": "", "GOLOCAL_COPIES": ""}
    epoch = datetime.datetime.combine(DAY, datetime.time(), datetime.UTC).timestamp()
    run_mkdocs(root, site, {**variables, **place, "SOURCE_DATE_EPOCH": str(int(epoch))})
    return site
