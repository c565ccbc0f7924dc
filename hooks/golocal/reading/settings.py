"""The settings in mkdocs.yml, read without MkDocs: what the checks, other renderers and `golocal stage` need of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from golocal.reading.addresses import scheme_of

SETTINGS = "mkdocs.yml"


class SettingsUnreadable(Exception):
    """mkdocs.yml cannot be read; the text says why."""


class _Loader(yaml.CSafeLoader):
    """Reads `!ENV` as MkDocs does, and every other tag that it does not know as nothing."""


def _environment(loader: _Loader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(str(node.value))
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        return None
    *names, default = loader.construct_sequence(node)
    return next((os.environ[str(name)] for name in names if str(name) in os.environ), default)


def _nothing(loader: _Loader, suffix: str, node: yaml.Node) -> None:
    return None


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("!", _nothing)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _nothing)


def read_settings(root: Path) -> Mapping[str, Any]:
    """All settings of the repository.

    Raises:
        SettingsUnreadable: mkdocs.yml is missing, is not YAML, or is no mapping.
    """
    try:
        settings = yaml.load((root / SETTINGS).read_text(encoding="utf-8"), _Loader)
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        raise SettingsUnreadable(f"mkdocs.yml cannot be read: {error}") from error
    if not isinstance(settings, dict):
        raise SettingsUnreadable("mkdocs.yml is no mapping from setting to value")
    return settings


def own_addresses(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Addresses under which the site itself, and its sources on a code host, can be reached; empty where none is configured."""
    given = [settings.get(name) for name in ("site_url", "repo_url", "edit_uri_template")]
    addresses = [value.partition("{")[0] for value in given if isinstance(value, str)]
    return tuple(address for address in addresses if scheme_of(address) in ("http", "https"))


def language_of(settings: Mapping[str, Any]) -> str:
    """Language of the site as a tag of BCP 47, as the theme in mkdocs.yml names it; English where it names none."""
    theme = settings.get("theme")
    return str(theme.get("language") or "en") if isinstance(theme, dict) else "en"
