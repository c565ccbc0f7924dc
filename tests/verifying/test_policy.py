"""Security policies of built pages: a page that lost its own, and what a policy would block."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from golocal.rendering.policy import hash_of, policy
from golocal.verifying.run import verify_files

Write = Callable[..., Path]
SCRIPT = "a()"
META = '<meta http-equiv="content-security-Policy" content="{}">'
GOOD = META.format(policy([hash_of(SCRIPT)]))
HEAD = "<!doctype html><html><head><meta charset=utf-8>"
BODY = f"</head><body><script>{SCRIPT}</script></body></html>"


def problems(folder: Path, write: Write, page: str, *, offline: bool = False) -> list[str]:
    write(folder, {"index.html": page})
    return [problem.text for problem in verify_files(folder, offline=offline)]


def test_a_page_with_its_policy_passes(tmp_path: Path, write: Write) -> None:
    assert problems(tmp_path, write, HEAD + GOOD + BODY) == []


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("", "has no Content"),
        (HEAD + BODY, "has no Content"),
        (HEAD + GOOD + GOOD + BODY, "has 2 Content"),
        (HEAD + "<title>x</title>" + GOOD + BODY, "first in the head"),
        (HEAD + "<script src='#'></script>" + GOOD + BODY, "first in the head"),
        (HEAD + "</head><body>" + GOOD + BODY, "first in the head"),
        (HEAD + META.format(policy([])) + BODY, "blocks a script"),
        (HEAD + GOOD + BODY + "<script>b()</script>", "blocks a script"),
        (HEAD + META.format(policy([hash_of(SCRIPT), hash_of("b()")])) + BODY, "is not the one"),
        (HEAD + GOOD.replace("'self'", "'self' 'unsafe-inline'", 1) + BODY, "is not the one"),
        (HEAD + GOOD.replace("img-src 'self'", "img-src *") + BODY, "is not the one"),
        (HEAD + GOOD.replace("base-uri 'none'; ", "") + BODY, "is not the one"),
        (HEAD + GOOD.replace("default-src", "script-src 'unsafe-eval'; default-src") + BODY, "is not the one"),
        (HEAD + GOOD + "<style>a{}</style>" + BODY, "blocks the style"),
        (HEAD + GOOD + BODY + "<p style='color:red'>x", "blocks the style"),
        (HEAD + GOOD + BODY + "<svg><style>a{}</style></svg>", "blocks the style"),
        (HEAD + GOOD + BODY + "<p ONCLICK='x'>x", "blocks the program"),
        (HEAD + GOOD + BODY + "<svg onload=x>", "blocks the program"),
    ],
)
def test_what_is_wrong_is_a_problem(tmp_path: Path, write: Write, page: str, why: str) -> None:
    found = problems(tmp_path, write, page)
    assert found
    assert why in " ".join(found)


def test_offline_pages_have_none(tmp_path: Path, write: Write) -> None:
    assert problems(tmp_path, write, HEAD + BODY, offline=True) == []
    (problem,) = problems(tmp_path, write, HEAD + GOOD + BODY, offline=True)
    assert "would stop the search" in problem
