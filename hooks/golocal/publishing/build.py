"""The build: check, data, publications, offline copies, online site, manifest, verification; then, and only then, the exchange.

Everything is made in `.build/`. A build that fails or is killed leaves the last good `site/` and `dist/` as they were.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

import golocal
from golocal.checks.run import CACHE, check
from golocal.content.catalogue import Catalogue
from golocal.content.dates import newest_date
from golocal.findings.formats import as_text
from golocal.publishing.data.files import DATA_TROUBLES, write_data
from golocal.publishing.edition import records_by_kind, rules_hash
from golocal.publishing.fingerprint import fingerprint
from golocal.publishing.folders import exchange, recover, remove, sha256_of
from golocal.publishing.lock import only_one
from golocal.publishing.manifest import (
    Checked,
    Manifest,
    ManifestUnreadable,
    Problem,
    differences,
    read_manifest,
    write_manifest,
)
from golocal.publishing.mkdocs_run import SiteRefused, run_mkdocs
from golocal.publishing.offline_copies import OfflineCopies, WriteZim
from golocal.publishing.places import Places
from golocal.publishing.publications.make import PUBLICATION_TROUBLES, write_publications
from golocal.publishing.steps import Progress
from golocal.publishing.sums import matches_sums, write_sums
from golocal.publishing.zim.file import ZimRefused
from golocal.reading.settings import read_settings
from golocal.rendering.identity import identity_of
from golocal.rendering.offline import LARGE, SMALL

LOCK = Path(".cache/build.lock")
MAX_SHOWN = 40
COPIES, DATA, PUBLICATIONS = "GOLOCAL_COPIES", "GOLOCAL_DATA", "GOLOCAL_PUBLICATIONS"
SITE_ONLY, WITHOUT_ZIM, WHOLE = " without publications", " without ZIM", ""
EXTENTS = (SITE_ONLY, WITHOUT_ZIM, WHOLE)
"""What a build leaves out, the most first: one that made more is good enough for one that wants less."""
# A copy on a disk has no address, and does not offer itself for download.
OFFLINE = {"OFFLINE": "true", "SITE_URL": "", COPIES: ""}
Render = Callable[[Path, Path, Mapping[str, str]], None]
Publish = Callable[[Path, Catalogue, Path, Path], Mapping[str, bool]]
Verify = Callable[[Path], list[Problem]]


class BuildFailed(Exception):
    """The sources or the built site are not good enough to publish; the text says all that is wrong."""


@dataclass(frozen=True)
class Result:
    """What a build made.

    Attributes:
        built: False where nothing had changed since the last one.
        records: number of records by kind; empty where nothing was built.
    """

    built: bool
    manifest: Manifest
    records: Mapping[str, int]
    seconds: Mapping[str, float]

    @property
    def pages(self) -> int:
        """Number of HTML pages of the online site."""
        return sum(path.endswith(".html") for path in self.manifest.files)


class Build:
    """One build of a repository. `render`, `publish`, `write_zim` and `verify` are the steps that other code supplies."""

    def __init__(
        self,
        root: Path,
        *,
        verify: Verify,
        say: Callable[[str], None],
        render: Render = run_mkdocs,
        publish: Publish = write_publications,
        write_zim: WriteZim | None = None,
    ) -> None:
        self.places = Places(root)
        self._verify = verify
        self._render = render
        self._publish = publish
        self._write_zim = write_zim
        self._progress = Progress(say)

    def run(self, *, anew: bool = False, site_only: bool = False) -> Result:
        """Build, unless nothing has changed since the last build and its results are whole.

        Args:
            anew: build in any case.
            site_only: leave out publications and ZIM file, for a quick look at the site.

        Raises:
            BuildFailed: the sources have errors, the site could not be built, or what was built is faulty.
            Locked: another build is running in this repository.
            OSError: a file or process is out of reach.
        """
        with only_one(self.places.root / LOCK):
            return self._run(anew, site_only)

    def _run(self, anew: bool, site_only: bool) -> Result:
        for place in (self.places.site, self.places.dist):
            recover(place, self._old(place))
        extent = SITE_ONLY if site_only else WHOLE if self._write_zim else WITHOUT_ZIM
        sources = fingerprint(self.places.root)
        enough = {f"{sources}{each}" for each in EXTENTS[EXTENTS.index(extent) :]}
        last = None if anew else self._last_good(enough)
        if last:
            return Result(False, last, {}, {})
        return self._build(f"{sources}{extent}", site_only)

    def _last_good(self, inputs: Set[str]) -> Manifest | None:
        site, dist = self.places.site, self.places.dist
        try:
            manifest = read_manifest(site)
        except ManifestUnreadable:
            return None
        same = manifest.version == golocal.__version__ and manifest.checked.inputs in inputs
        return manifest if same and matches_sums(dist) and not differences(site, manifest) else None

    def _build(self, inputs: str, site_only: bool) -> Result:
        with self._progress.step("check"):
            report = check(self.places.root, cache=self.places.root / CACHE)
        if report.failed:
            raise BuildFailed(as_text(report.findings))
        checked = Checked(rules_hash(), len(report.findings), inputs)
        date = newest_date(report.catalogue)
        self._clean()
        with self._progress.step("data"):
            self._write_data(report.catalogue)
        if not site_only:
            with self._progress.step("publications"):
                self._write_publications(report.catalogue)
        site = self.places.work / "site"
        self._offline_copies(date, checked, site_only)
        manifest = self._online_site(site, date, checked)
        with self._progress.step("exchange"):
            self._exchange(site)
        return Result(True, manifest, records_by_kind(report.catalogue), self._progress.seconds)

    def _clean(self) -> None:
        remove(self.places.work)
        self.places.work.mkdir()

    def _write_data(self, catalogue: Catalogue) -> None:
        try:
            write_data(catalogue, identity_of(read_settings(self.places.root)), self.places.data)
        except DATA_TROUBLES as error:
            raise BuildFailed(f"{error}\nThe open data could not be made.") from error

    def _write_publications(self, catalogue: Catalogue) -> None:
        self.places.publications.mkdir()
        try:
            self._publish(self.places.root, catalogue, self.places.data, self.places.publications)
        except PUBLICATION_TROUBLES as error:
            raise BuildFailed(f"{error}\nThe publications could not be made.") from error

    def _offline_copies(self, date: datetime.date, checked: Checked, site_only: bool) -> None:
        def render(folder: Path, published: Path | None) -> None:
            self._render_into(folder, published, {**OFFLINE, **_epoch(date)})

        forms = (SMALL,) if site_only else (LARGE, SMALL)
        copies = OfflineCopies(self.places, forms, render, self._require_good, self._progress, self._write_zim)
        try:
            copies.make(date, checked)
        except ZimRefused as error:
            raise BuildFailed(f"{error}\nThe ZIM file could not be made.") from error

    def _online_site(self, folder: Path, date: datetime.date, checked: Checked) -> Manifest:
        with self._progress.step("online site"):
            published = self.places.publications if self.places.publications.is_dir() else None
            copies = str(self.places.copies)
            self._render_into(folder, published, {"OFFLINE": "false", COPIES: copies, **_epoch(date)})
            self._require_downloads(folder)
            manifest = write_manifest(folder, version=golocal.__version__, offline=False, checked=checked)
        with self._progress.step("verify online site"):
            self._require_good(folder)
        return manifest

    def _render_into(self, folder: Path, published: Path | None, variables: Mapping[str, str]) -> None:
        made = {DATA: str(self.places.data), PUBLICATIONS: str(published) if published else ""}
        try:
            self._render(self.places.root, folder, {**made, **variables})
        except SiteRefused as error:
            raise BuildFailed(f"{error}\nThe site could not be built.") from error

    def _require_downloads(self, folder: Path) -> None:
        for made in sorted(self.places.copies.iterdir()):
            offered = folder / "downloads" / made.name
            if not offered.is_file() or sha256_of(offered) != sha256_of(made):
                raise BuildFailed(
                    f"downloads/{made.name}: the site does not carry the offline copy that was made for it"
                )

    def _require_good(self, folder: Path) -> None:
        problems = self._verify(folder)
        if problems:
            name = folder.relative_to(self.places.root)
            shown = [*map(str, problems[:MAX_SHOWN]), *(["..."] if len(problems) > MAX_SHOWN else [])]
            raise BuildFailed("\n".join([*shown, f"{len(problems)} in all; `golocal verify {name}` lists them."]))

    def _exchange(self, site: Path) -> None:
        dist = self.places.work / "dist"
        dist.mkdir()
        published = [*self.places.publications.iterdir()] if self.places.publications.is_dir() else []
        for file in (*self.places.copies.iterdir(), *published):
            shutil.copyfile(file, dist / file.name)
        write_sums(dist)
        for new, place in ((dist, self.places.dist), (site, self.places.site)):
            exchange(new, place, self._old(place))
            remove(self._old(place))

    def _old(self, place: Path) -> Path:
        return self.places.work / f"old-{place.name}"


def _epoch(date: datetime.date) -> dict[str, str]:
    midnight = datetime.datetime.combine(date, datetime.time(), datetime.UTC)
    return {"SOURCE_DATE_EPOCH": str(int(midnight.timestamp()))}
