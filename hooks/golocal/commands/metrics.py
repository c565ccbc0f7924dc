"""`golocal metrics`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from golocal.checks.run import CACHE, check
from golocal.commands.group import main, repository
from golocal.content.metrics import Metrics, measure


@main.command("metrics")
@click.option("--format", "style", type=click.Choice(["json", "text"]), default="text", show_default=True)
def metrics_command(style: str) -> None:
    """Count documents, words, sources and practices, and name the sources that nothing cites.

    A figure here is no fault: the exit code is 0, or 2 if the command could not run.
    """
    root = repository()
    metrics = measure(root, check(root, cache=root / CACHE).catalogue)
    if style == "json":
        click.echo(json.dumps(asdict(metrics), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_in_words(metrics)))


def _in_words(metrics: Metrics) -> Iterator[str]:
    sources = sum(metrics.sources_by_reading.values())
    yield f"documents: {sum(metrics.documents.values())} ({_listed(metrics.documents)})"
    yield f"words: {sum(metrics.words.values())} ({_listed(metrics.words)})"
    yield f"published without a reviewer: {metrics.published_without_reviewer}"
    yield f"sources: {sources} ({_shares(metrics.sources_by_reading, sources)})"
    yield f"practices by evidence: {_listed(metrics.practices_by_evidence)}"
    yield f"practices by state: {_listed(metrics.practices_by_state)}"
    yield f"waivers: {sum(metrics.waivers.values())} ({_listed(metrics.waivers)})"
    yield f"sources never cited: {len(metrics.sources_never_cited)}"
    yield from (f"  {key}" for key in metrics.sources_never_cited)


def _listed(counts: dict[str, int]) -> str:
    return "; ".join(f"{name} {count}" for name, count in counts.items()) or "none"


def _shares(counts: dict[str, int], whole: int) -> str:
    return "; ".join(f"{name} {count}, {count / whole:.0%}" for name, count in counts.items()) or "none"
