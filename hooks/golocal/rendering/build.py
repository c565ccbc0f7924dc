"""What one run of MkDocs knows: the checked catalogue, the pages, the downloads."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

import golocal.checks  # noqa: F401  (registers the rules)
from golocal.checks.run import CACHE, check
from golocal.content.catalogue import Catalogue
from golocal.content.locations import staged_path
from golocal.findings.formats import as_text
from golocal.rendering.conversion.converted import Means
from golocal.rendering.conversion.converter import Converter
from golocal.rendering.conversion.page import make_pages
from golocal.rendering.conversion.store import STORE, Store
from golocal.rendering.copies import write_copies
from golocal.rendering.identity import Identity
from golocal.rendering.last_build import LastBuild
from golocal.rendering.made import NOTHING_MADE, Made
from golocal.rendering.mend import mend
from golocal.rendering.mount import mounted
from golocal.rendering.navigation import keep_records_outside, link_neighbours, menu, place_records, titles
from golocal.rendering.pages.head import Head
from golocal.rendering.pandoc import CitationsUnavailable
from golocal.rendering.policy import ThemeScripts, with_policy
from golocal.rendering.search.index import SearchIndex
from golocal.rendering.site import Site
from golocal.rendering.staged_page import StagedPage


class BuildState:
    """State of one run; `prepare` makes it anew for each rebuild of a preview.

    Attributes:
        pulse: called again and again while pages are made; what it raises ends the build.
        last: the newest build that came to its end.
    """

    def __init__(self) -> None:
        self.preview = False
        self.pulse: Callable[[], None] = nothing
        self._site: Site | None = None
        self._search: SearchIndex | None = None
        self._converter: Converter | None = None
        self._frame: tuple[Navigation, Files] | None = None
        self._env: Environment | None = None
        self.last: LastBuild | None = None
        self._made = NOTHING_MADE
        self._scripts: ThemeScripts | None = None

    @property
    def site(self) -> Site:
        """The pages of this run. Only after `prepare`."""
        if self._site is None:
            raise RuntimeError("the sources were not checked before the build")
        return self._site

    def configure(self, config: MkDocsConfig, environment: Mapping[str, str]) -> None:
        """Read what the build was told from outside."""
        is_offline = bool(config.extra.get("offline"))
        config.use_directory_urls = config.use_directory_urls and not is_offline
        identity = _identity(config)
        config.copyright = f"{identity.independence} {config.copyright or ''}".strip()
        made = (environment.get(f"GOLOCAL_{name}", "") for name in ("COPIES", "DATA", "PUBLICATIONS"))
        self._made = Made.of(*made, on_disk=is_offline)
        self._scripts = None if self.preview or is_offline else ThemeScripts(map(Path, config.theme.dirs))

    def prepare(self, root: Path, config: MkDocsConfig, log: logging.Logger) -> str:
        """Check the sources and make ready for their pages; return why the build cannot go on, or an empty string."""
        try:
            report = check(root, cache=root / CACHE)
        except OSError as error:
            return f"a source could not be read: {error}"
        if report.findings:
            log.info("\n%s", as_text(report.findings), extra={"findings": report.findings})
        if report.failed:
            return "the sources have errors; they are listed above"
        try:
            self._site = self._new_site(root, report.catalogue, config)
        except CitationsUnavailable as error:
            if not self.preview:
                return str(error)
            log.warning("%s; the preview shows keys instead", error)
            self._site = self._new_site(root, report.catalogue, config, without_labels=True)
        self._search = SearchIndex(self._site)
        return ""

    def _new_site(
        self, root: Path, catalogue: Catalogue, config: MkDocsConfig, *, without_labels: bool = False
    ) -> Site:
        site = Site(root, catalogue, _identity(config), preview=without_labels, made=self._made)
        site.pulse = self.pulse
        return site

    def make_anew(self, catalogue: Catalogue, paths: Iterable[str]) -> None:
        """Write written pages of the last whole build once more, out of a catalogue that is newer.

        Raises:
            LookupError: there was no such build, or it had no such page.
            Exception: what a build raises.
        """
        if self.last is None:
            raise LookupError("no whole build")
        self._search = None
        self._site = self._new_site(self.site.root, catalogue, self.last.config)
        self.last.make_anew(paths)

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """All files of the site; sets the menu."""
        self._converter = converter = _converter(self.site, config)
        converter.expect((path, self._page(path).text) for path in self.site.catalogue.corpus.documents)
        kept = mounted(files, self.site, config)
        converter.expect((path, self._page(path).text) for path in self.site.generated)
        for place, path in self._made.files.items():
            kept.append(_file_made_before(place, path, config))
        config.nav = menu(self.site)
        keep_records_outside(kept, config.nav)
        make_pages(kept, titles(config.nav), config, converter)
        return kept

    def place(self, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        """Give records a place in the menu's sections, and pages their neighbours."""
        self._frame = (nav, files)
        place_records(nav, files, self.site, config)
        link_neighbours(nav, files)

    def text_of(self, path: str) -> str | None:
        """The expanded text of a page; None where the page is not ours. Raises BuildError where its source has vanished."""
        return self._page(path).with_front_matter() if path in self.site else None

    def _page(self, path: str) -> StagedPage:
        try:
            return self.site.page(path)
        except OSError as error:
            raise BuildError(f"a source that was there when it was checked cannot be read: {error}") from error

    def head_of(self, path: str) -> Head:
        """What the head of a page tells programs; empty where the page is not ours."""
        return self.site.head(path) if path in self.site else Head()

    def day_of(self, path: str) -> str:
        """Day on which the text of a page changed last, for the sitemap; empty where it is not known."""
        changed = self.site.page(path).changed_on if path in self.site else None
        return changed.isoformat() if changed else ""

    def end_conversion(self, env: Environment) -> None:
        """All Markdown is converted; templates of this environment come next."""
        self._env = env
        self.close()

    def close(self) -> None:
        """End what a build leaves running, however it ends."""
        if self._converter:
            self._converter.close()
            self._converter = None

    def find(self, path: str, url: str, html: str) -> None:
        """Let the search find a page, given as rendered, without what the theme puts around it."""
        if self._search:
            self._search.add(path, url, html)

    def write_search(self, folder: Path) -> None:
        """Write the search into the folder of the site. Raises BuildError where that fails."""
        try:
            if self._search:
                self._search.write(folder)
        except OSError as error:
            raise BuildError(f"the search cannot be written: {error}") from error

    def finish(self, config: MkDocsConfig) -> None:
        """All is written: keep what single pages can be made anew with."""
        if self._frame and self._env:
            self.last = LastBuild(config, *self._frame, self._env)

    def write_copies(self, folder: Path) -> None:
        """Write the pages as plain Markdown too, online only. Raises BuildError where that fails."""
        try:
            if self._scripts:
                write_copies(self.site, folder)
        except OSError as error:
            raise BuildError(f"the copies in Markdown cannot be written: {error}") from error

    def copy_of(self, path: str) -> str:
        """Where the copy of a page in Markdown stands, from the root of the site; empty where there is none."""
        return staged_path(path) if self._scripts and path in self.site else ""

    def mend(self, output: str) -> str:
        """HTML of a page, mended; online with the policy that fits it, which comes last."""
        mended = mend(output)
        return with_policy(mended, self._scripts) if self._scripts else mended


def nothing() -> None:
    """Let the build go on."""


def _converter(site: Site, config: MkDocsConfig) -> Converter:
    means = Means(str(site.root), config.markdown_extensions, config.mdx_configs)
    return Converter(means, Store(site.root / STORE, means), site.figures_of)


def _identity(config: MkDocsConfig) -> Identity:
    return Identity.from_config(config.extra, config.site_name, config.site_url or "", config.use_directory_urls)


def _file_made_before(place: Path, path: str, config: MkDocsConfig) -> File:
    """A file that the build has made before, under the repository path that its address would have."""
    file = File(place.name, str(place.parent), config.site_dir, False, dest_uri=staged_path(path))
    _ = (file.url, file.abs_src_path, file.abs_dest_path)  # cached before the path changes
    file.src_uri = path
    return file
