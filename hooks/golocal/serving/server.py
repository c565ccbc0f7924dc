"""MkDocs' server, as the preview needs it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

POLLING = 0.2
"""Seconds between two looks at the files."""


class Server(LiveReloadServer):
    """Takes its port before the first build, and can show a page while the others are still being made."""

    is_bound = False

    def __init__(self, builder: Callable[[], None], host: str, port: int, root: Path) -> None:
        super().__init__(builder, host, port, root=str(root), polling_interval=POLLING)

    def server_bind(self) -> None:
        """Take the port, once."""
        if not self.is_bound:
            super().server_bind()
            self.is_bound = True

    @property
    def is_overtaken(self) -> bool:
        """Whether a file has changed since the present build was asked for."""
        return self._want_rebuild

    def reload(self) -> None:
        """Let browsers load their pages again, though the build goes on."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = max(self._visible_epoch + 1, round(time.monotonic() * 1000))
            self._epoch_cond.notify_all()
