"""The running preview. Each build goes into a folder of its own, which is shown only when it is whole.

What was saved is checked and shown first: a written page is made anew inside of the last build, within a second. The whole
site follows, because lists, relations and menus may depend on the page; it is put aside as soon as something else is saved.
"""

from __future__ import annotations

import gc
import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from click import ClickException
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from golocal.checks.run import CACHE, check
from golocal.publishing.mkdocs_run import ALWAYS
from golocal.rendering.build import BuildState, nothing
from golocal.serving.server import Server
from golocal.serving.snapshot import Snapshot, changed, snapshot
from golocal.serving.terminal import Listener, Say, listen
from golocal.serving.waiting_page import waiting_page

EVENTS = "hooks/events.py"
MOST_AT_ONCE = 8
"""How many pages are made anew before the whole site; more are no single edit."""


class PortTaken(Exception):
    """The address cannot be listened on; the text says why."""


class PutAside(BaseException):
    """Something else was saved: the whole site is made when that is shown. MkDocs must not take it for a fault."""


class Preview:
    """A preview of one repository.

    Attributes:
        address: of its first page.
    """

    def __init__(self, root: Path, folder: Path, host: str, port: int, say: Say) -> None:
        self._root = root
        self._folder = folder
        self._say = say
        self._listener: Listener = listen(say)
        self._builds = 0
        self._is_whole = False
        self._state: BuildState | None = None
        self._built: Snapshot = {}
        self._places: list[Path] = []
        os.environ.update(ALWAYS)
        self._server = Server(self._attempt, host, port, folder)
        self._server.error_handler = self._error_page
        self.address = self._server.url

    def run(self) -> None:
        """Build and serve until interrupted.

        Raises:
            PortTaken: the port is in use or may not be used.
            ClickException: mkdocs.yml cannot be read.
            KeyboardInterrupt: somebody stopped it.
        """
        try:
            self._server.server_bind()
            self._server.server_activate()
        except OSError as error:
            raise PortTaken(error.strerror or str(error)) from error
        try:
            self._watch(self._settings())
            self._say("Building the site ...")
            self._attempt()
            self._say(f"Look at {self.address} and stop with Ctrl-C. The pages follow what you save.")
            self._server.serve()  # type: ignore[no-untyped-call]
        finally:
            self._server.shutdown()

    def _watch(self, config: MkDocsConfig) -> None:
        config.plugins.on_startup(command="serve", dirty=False)
        self._places = [Path(path).resolve() for path in (config.docs_dir, config.config_file_path, *config.watch)]
        for place in self._places:
            self._server.watch(str(place))

    def _settings(self, target: Path | None = None) -> MkDocsConfig:
        config = load_config(config_file=str(self._root / "mkdocs.yml"), site_dir=str(target or self._folder))
        config.site_url = self.address
        return config

    def _attempt(self) -> None:
        """Show what was saved, then the whole site; stop at errors, and where something else was saved meanwhile."""
        self._listener.findings = ()
        now = snapshot(self._places)
        if self._state:
            begin = time.perf_counter()
            saved = changed(self._built, now)
            if not saved:  # a file that an editor program made and took away again
                return
            shown = self._saved_pages_shown(self._state, saved)
            if self._listener.failed:
                self._keep("the sources have errors")
                return
            if shown:
                self._server.reload()
                self._say(f"Shown in {time.perf_counter() - begin:.1f} s: {', '.join(shown)}. The other pages follow.")
        try:
            self._build_whole(now)
        except PutAside:
            self._remove_unfinished()
        if self._state:
            self._server.reload()

    def _saved_pages_shown(self, state: BuildState, saved: list[Path]) -> list[str]:
        """Check the sources, and make the pages that were saved, if nothing else was; their repository paths."""
        try:
            report = check(self._root, cache=self._root / CACHE, keep=False)  # the whole build keeps it
            self._listener.tell(report.findings)
            known = report.catalogue.corpus.documents
            paths = [path.relative_to(self._root.resolve()).as_posix() for path in saved]
            if report.failed or len(paths) > MOST_AT_ONCE or not known.keys() >= set(paths):
                return []
            state.make_anew(report.catalogue, paths)
        except Exception:  # the whole build tells what is wrong
            return []
        return paths

    def _build_whole(self, now: Snapshot) -> None:
        self._builds += 1
        gc.unfreeze()
        begin = time.perf_counter()
        target = self._target
        trouble = self._trouble(target)
        seconds = time.perf_counter() - begin
        if not trouble:
            self._built = now
            self._show(target, is_whole=True)
            gc.collect()
            gc.freeze()  # or each page that is saved would wait until a whole site has been searched for garbage
            self._say(f"Built in {seconds:.1f} s; {_counted(self._listener)}.")
        elif self._is_whole:
            self._remove_unfinished()
            self._keep(trouble)
        else:
            self._write_waiting_page(target, "" if self._listener.failed else trouble)
            self._show(target, is_whole=False)
            self._say(f"Not built: {trouble}. The browser shows the findings until they are mended.")

    @property
    def _target(self) -> Path:
        return self._folder / str(self._builds)

    def _remove_unfinished(self) -> None:
        shutil.rmtree(self._target, ignore_errors=True)

    def _keep(self, trouble: str) -> None:
        self._say(f"Not built: {trouble}. The pages of the last good build stay until this is mended.")

    def _trouble(self, target: Path) -> str:
        """Build into the folder; say in a sentence why it failed, or nothing."""
        try:
            config = self._settings(target)
            state = _state_of(config)
            state.pulse = self._go_on
            try:
                build(config, serve_url=self.address)
            finally:
                state.close()
                state.pulse = nothing
            self._state = state
        except ClickException as error:
            return "the sources have errors" if self._listener.failed else error.format_message()
        except Exception as error:  # a preview goes on whatever happens; `mkdocs build` shows where it happened
            return f"{type(error).__name__}: {error}; `mkdocs build` says more"
        return ""

    def _go_on(self) -> None:
        if self._is_whole and self._server.is_overtaken:
            raise PutAside

    def _show(self, target: Path, *, is_whole: bool) -> None:
        before, self._server.root = self._server.root, str(target)
        self._is_whole = is_whole
        if before != str(self._folder):
            shutil.rmtree(before, ignore_errors=True)

    def _write_waiting_page(self, target: Path, trouble: str) -> None:
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        (target / "index.html").write_text(waiting_page(self._listener.findings, trouble), encoding="utf-8")

    def _error_page(self, code: int) -> bytes | None:
        page = Path(self._server.root) / (f"{code}.html" if self._is_whole else "index.html")
        return page.read_bytes() if page.is_file() else None


def _state_of(config: MkDocsConfig) -> BuildState:
    """What our hooks know. MkDocs keeps their module among the plugins, by the name that mkdocs.yml gives it."""
    hooks: Mapping[str, Any] = config.plugins
    return cast(BuildState, hooks[EVENTS].state)


def _counted(listener: Listener) -> str:
    count = len(listener.findings)
    return "no findings" if not count else f"{count} {'warning' if count == 1 else 'warnings'}, listed above"
