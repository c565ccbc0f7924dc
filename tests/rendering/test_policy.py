"""The policy of a page: which scripts it lets run, and where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from golocal.rendering.build import BuildState
from golocal.rendering.policy import ThemeScripts, hash_of, policy, with_policy

SETTINGS = Path(__file__).parents[2] / "mkdocs.yml"
PAGE = "<!doctype html><html><head>\n<meta charset=utf-8><title>x</title></head><body>{}</body></html>"


@pytest.fixture
def scripts(tmp_path: Path) -> ThemeScripts:
    """The scripts of a theme with two templates."""
    (tmp_path / "partials").mkdir()
    (tmp_path / "main.html").write_text(
        '<script>\n  go("{{ base_url }}", 1)\n</script><script src="{{ x }}"></script>', encoding="utf-8"
    )
    (tmp_path / "partials/a.html").write_text(
        '{% if x %}<script type="module">a()</script>{% endif %}', encoding="utf-8"
    )
    return ThemeScripts([tmp_path])


@pytest.mark.parametrize(
    ("body", "known"),
    [
        ('\n  go("../..", 1)\n', True),
        ('\n  go("https://example.org/x/", 1)\n', True),
        ('\n  go("", 1)\n', True),
        ("a()", True),
        ('\n  go("");alert("", 1)\n', False),
        ('\n  go("&#34;", 1)\n', False),
        ("b()", False),
        ("", False),
    ],
)
def test_only_scripts_of_templates_are_known(scripts: ThemeScripts, body: str, known: bool) -> None:
    assert (body in scripts) is known


def test_scripts_of_the_theme_get_a_hash_and_others_none(scripts: ThemeScripts) -> None:
    page = with_policy(PAGE.format('<script type="module">a()</script><script>evil()</script>'), scripts)
    assert hash_of("a()") in page
    assert hash_of("evil()") not in page


def test_data_and_files_need_no_hash(scripts: ThemeScripts) -> None:
    page = with_policy(
        PAGE.format('<script type="application/json">a()</script><script src=a.js>a()</script>'), scripts
    )
    assert "sha256" not in page


def test_the_policy_stands_behind_the_encoding(scripts: ThemeScripts) -> None:
    page = with_policy(PAGE.format(""), scripts)
    assert f'<head>\n<meta charset=utf-8><meta http-equiv="Content-Security-Policy" content="{policy([])}">' in page
    assert with_policy("<html><head><title>", scripts).startswith("<html><head><meta http-equiv")


def test_nothing_in_a_page_may_be_allowed_wholesale() -> None:
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "blob:"} & set(
        policy(["'sha256-x'"]).replace(";", " ").split()
    )
    assert policy([]).startswith("default-src 'none'; ")


def test_a_hash_is_that_of_browsers() -> None:
    """The example of the recommendation Content Security Policy Level 3, section on hashes."""
    assert hash_of("doSomething();") == "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='"
    assert hash_of("a\r\nb\rc") == hash_of("a\nb\nc")


@pytest.mark.parametrize(
    ("preview", "offline", "bound"), [(False, "false", True), (False, "true", False), (True, "false", False)]
)
def test_only_the_online_site_has_policies(
    monkeypatch: pytest.MonkeyPatch, preview: bool, offline: str, bound: bool
) -> None:
    monkeypatch.setenv("OFFLINE", offline)
    config = load_config(str(SETTINGS))
    state = BuildState()
    state.preview = preview
    state.configure(config, {})
    assert ("Content-Security-Policy" in state.mend(PAGE.format(""))) is bound


def test_the_policy_names_every_kind_and_allows_the_site_alone() -> None:
    directives = dict(part.split(" ", 1) for part in policy([]).split("; "))
    kinds = "default script style img font connect worker manifest".split()
    assert {f"{kind}-src" for kind in kinds} | {"base-uri", "form-action"} == directives.keys()
    assert {word for value in directives.values() for word in value.split()} == {"'none'", "'self'", "data:"}
    assert [name for name, value in directives.items() if "data:" in value] == ["img-src"]
