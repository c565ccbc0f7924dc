"""`golocal serve`."""

from __future__ import annotations

import signal
import tempfile
from pathlib import Path
from types import FrameType

import click

from golocal.commands.group import CannotRun, main, repository
from golocal.serving.preview import PortTaken, Preview


@main.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen on.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 shows it to others too."
)
def serve_command(port: int, host: str) -> None:
    """Show the site in a browser while you write; findings appear here as they arise.

    A mistake never ends it: the pages of the last good build stay, or, where there are none yet, a page lists the findings.
    Ctrl-C stops it.

    Exit code 0: stopped; 2: could not run.
    """
    signal.signal(signal.SIGTERM, _stop)
    root = repository()
    with tempfile.TemporaryDirectory(prefix="golocal-", ignore_cleanup_errors=True) as folder:
        try:
            Preview(root, Path(folder), host, port, click.echo).run()
        except KeyboardInterrupt:
            click.echo("Stopped.")
        except PortTaken as error:
            other = port + 1 if port < 65535 else 8000
            raise CannotRun(f"port {port} of {host}: {error}; take another: golocal serve --port {other}") from error
        except click.ClickException as error:
            raise CannotRun(error.format_message()) from error


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
