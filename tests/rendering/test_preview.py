"""A rebuild of the preview that fails is told; only what nobody foresaw ends it."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import Any, cast

import pytest
from mkdocs.exceptions import Abort

from golocal.rendering.preview import keep_serving

LOG = logging.getLogger("tests.preview")


def server_whose_rebuild_raises(error: BaseException | None) -> Any:
    def rebuild() -> None:
        if error:
            raise error

    server = SimpleNamespace(builder=rebuild)
    keep_serving(cast(Any, server), LOG)
    return server


def test_refused_sources_leave_the_last_pages_standing(caplog: pytest.LogCaptureFixture) -> None:
    server_whose_rebuild_raises(Abort("Aborted with a BuildError!")).builder()
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "last good build" in caplog.text


def test_a_good_rebuild_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    server_whose_rebuild_raises(None).builder()
    assert caplog.text == ""


def test_other_faults_are_not_hidden() -> None:
    with pytest.raises(RuntimeError):
        server_whose_rebuild_raises(RuntimeError("unforeseen")).builder()
