"""What a preview prints of what MkDocs logs."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from golocal.findings import Finding, Severity
from golocal.serving.terminal import SERVER, Listener, listen

FINDING = Finding("docs/a.md", 3, 8, "link-broken", Severity.ERROR, "the link leads to no file: `b.md`", "try `c.md`")


@pytest.fixture
def said() -> Iterator[list[str]]:
    logger = logging.getLogger("mkdocs")
    before = (logger.handlers, logger.level, logger.propagate)
    lines: list[str] = []
    yield lines
    logger.handlers, logger.propagate = before[0], before[2]
    logger.setLevel(before[1])


def heard(said: list[str]) -> Listener:
    return listen(said.append)


def test_findings_look_as_in_a_check(said: list[str]) -> None:
    listener = heard(said)
    logging.getLogger("mkdocs.hooks.golocal").info("\n%s", "text", extra={"findings": [FINDING]})
    assert said[0].splitlines()[0] == "docs/a.md:3:8: error[link-broken]: the link leads to no file: `b.md`"
    assert list(listener.findings) == [FINDING]
    assert listener.failed


def test_warnings_are_printed_and_chatter_is_not(said: list[str]) -> None:
    heard(said)
    logging.getLogger("mkdocs.structure").warning("A page is missing")
    logging.getLogger("mkdocs.commands.build").info("Building documentation")
    logging.getLogger(SERVER).warning('"GET /favicon.ico" code 404')
    assert said == ["warning: A page is missing"]


def test_an_error_of_the_sources_is_not_told_twice(said: list[str]) -> None:
    heard(said)
    logging.getLogger("mkdocs.hooks.golocal").info("\n%s", "text", extra={"findings": [FINDING]})
    logging.getLogger("mkdocs.commands.build").error("the sources have errors")
    assert len(said) == 1


def test_warnings_of_the_sources_do_not_silence_mkdocs(said: list[str]) -> None:
    heard(said)
    warned = FINDING._replace(severity=Severity.WARNING)
    logging.getLogger("mkdocs.hooks.golocal").info("\n%s", "text", extra={"findings": [warned]})
    logging.getLogger("mkdocs.commands.build").error("No such template")
    assert said[-1] == "error: No such template"
