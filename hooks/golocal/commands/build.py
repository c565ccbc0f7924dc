"""`golocal build`."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator

import click

from golocal.commands.group import CannotRun, main, repository
from golocal.publishing.build import Build, BuildFailed, Result
from golocal.publishing.lock import Locked
from golocal.publishing.zim.file import can_write_zim, write_zim
from golocal.verifying.run import verify


@main.command("build")
@click.option("--anew", is_flag=True, help="Build even if nothing has changed.")
@click.option("--site-only", is_flag=True, help="Leave out publications and ZIM file, for a quick look at the site.")
def build_command(anew: bool, site_only: bool) -> None:
    """Check, make data and publications, build the site and its offline copies, verify them, and only then put them into site/ and dist/.

    Exit code 0: built, or nothing had changed; 1: the sources or the site are faulty; 2: could not run.
    """
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        zim = write_zim if can_write_zim() else None
        result = Build(repository(), verify=verify, say=click.echo, write_zim=zim).run(anew=anew, site_only=site_only)
    except BuildFailed as error:
        click.echo(str(error))
        click.echo("Nothing was published; the last good site and archive are as they were.", err=True)
        sys.exit(1)
    except Locked as error:
        raise CannotRun("another build is running in this repository") from error
    if not (zim or site_only):
        click.echo(
            "No ZIM file: libzim is not installed. `scripts/build` installs it where it can (requirements/zim.txt)."
        )
    click.echo("\n".join(_in_words(result)))


def _in_words(result: Result) -> Iterator[str]:
    if not result.built:
        yield "Nothing has changed since the last build, and its files are whole."
    yield f"{result.pages} pages, {result.manifest.checked.findings} findings"
    if result.records:
        yield "records: " + ", ".join(f"{count} {kind}" for kind, count in result.records.items())
    if result.seconds:
        each = ", ".join(f"{name} {seconds:.1f}" for name, seconds in result.seconds.items())
        yield f"seconds: {each}; in all {sum(result.seconds.values()):.1f}"
    yield "site/ holds the site, dist/ the offline copies, the publications and SHA256SUMS."
