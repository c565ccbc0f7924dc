"""The preview goes on when a rebuild fails. MkDocs itself would answer no request until the fault is mended."""

from __future__ import annotations

import logging

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer


def keep_serving(server: LiveReloadServer, log: logging.Logger) -> None:
    """Let a rebuild that fails leave the last pages standing."""
    rebuild = server.builder

    def attempt() -> None:
        try:
            rebuild()
        except Abort:
            log.error("The preview shows the pages of the last good build until this is mended.")

    server.builder = attempt
