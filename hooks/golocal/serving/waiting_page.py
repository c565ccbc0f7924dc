"""The page that stands in for a site which cannot be built yet: its findings, as plain HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from golocal.findings import Finding
from golocal.findings.formats import summary

TITLE = "The site cannot be shown yet"
_STYLE = (
    "body { max-width: 45em; margin: 2em auto; padding: 0 1em; font: 1rem/1.5 sans-serif; color-scheme: light dark }"
    " code { overflow-wrap: anywhere } li { margin-bottom: 1em }"
)


def waiting_page(findings: Sequence[Finding], trouble: str) -> str:
    """The page as a whole.

    Args:
        trouble: what else went wrong, in one sentence; empty where the findings say it all.
    """
    return "\n".join(_lines(findings, trouble))


def _lines(findings: Sequence[Finding], trouble: str) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{TITLE}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{TITLE}</h1>"
    yield "<p>Mend what is listed here and save. The first page then loads by itself; on any other page, load it again.</p>"
    if trouble:
        yield f"<p>{escape(trouble)}</p>"
    if findings:
        yield f"<h2>{summary(findings)}</h2>\n<ol>"
        yield from (_entry(finding) for finding in findings)
        yield "</ol>"
    yield "</main>\n</body>\n</html>\n"


def _entry(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    kind = f"{finding.severity}[{finding.rule}]"
    return f"<li><code>{escape(place)}</code>: {escape(kind)}: {escape(finding.message)}<br>Help: {escape(finding.help)}</li>"
