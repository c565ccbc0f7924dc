"""The running preview. Each build goes into a folder of its own, which is shown only when it is whole."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

from click import ClickException
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from golocal.publishing.mkdocs_run import ALWAYS
from golocal.serving.terminal import Listener, Say, listen
from golocal.serving.waiting_page import waiting_page


class PortTaken(Exception):
    """The address cannot be listened on; the text says why."""


class _Server(LiveReloadServer):
    """MkDocs' server, that takes its port before the first build."""

    is_bound = False

    def server_bind(self) -> None:
        """Take the port, once."""
        if not self.is_bound:
            super().server_bind()
            self.is_bound = True


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
        os.environ.update(ALWAYS)
        self._server = _Server(self._attempt, host, port, root=str(folder))
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
        for path in (config.docs_dir, config.config_file_path, *config.watch):
            self._server.watch(path)

    def _settings(self, target: Path | None = None) -> MkDocsConfig:
        config = load_config(config_file=str(self._root / "mkdocs.yml"), site_dir=str(target or self._folder))
        config.site_url = self.address
        return config

    def _attempt(self) -> None:
        """Build; if that fails, leave the last pages standing, or show why there are none."""
        self._builds += 1
        self._listener.findings = ()
        target = self._folder / str(self._builds)
        begin = time.perf_counter()
        trouble = self._trouble(target)
        seconds = time.perf_counter() - begin
        if not trouble:
            self._show(target, is_whole=True)
            self._say(f"Built in {seconds:.1f} s; {_counted(self._listener)}.")
        elif self._is_whole:
            shutil.rmtree(target, ignore_errors=True)
            self._say(f"Not built: {trouble}. The pages of the last good build stay until this is mended.")
        else:
            self._write_waiting_page(target, "" if self._listener.failed else trouble)
            self._show(target, is_whole=False)
            self._say(f"Not built: {trouble}. The browser shows the findings until they are mended.")

    def _trouble(self, target: Path) -> str:
        """Build into the folder; say in a sentence why it failed, or nothing."""
        try:
            build(self._settings(target), serve_url=self.address)
        except ClickException as error:
            return "the sources have errors" if self._listener.failed else error.format_message()
        except Exception as error:  # a preview goes on whatever happens; `mkdocs build` shows where it happened
            return f"{type(error).__name__}: {error}; `mkdocs build` says more"
        return ""

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


def _counted(listener: Listener) -> str:
    count = len(listener.findings)
    return "no findings" if not count else f"{count} {'warning' if count == 1 else 'warnings'}, listed above"
