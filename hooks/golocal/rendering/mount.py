"""Mount toolkit/ and volumes/ beside docs/ so that every file of the site is named by its repository path."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from golocal.rendering.bundles import bundled
from golocal.rendering.site import Site

MOUNTED = ("toolkit/", "volumes/")
UNUSED = "assets/javascripts/"
"""Scripts of the theme; the site has its own."""


def mounted(files: Files, site: Site, config: MkDocsConfig) -> Files:
    """All files of the site: those of docs/, the mounted folders, generated pages. What the checks have not seen stays out."""
    root = Path(config.config_file_path).parent
    publishable = site.catalogue.corpus.publishable
    seen = (file for file in files if _is_of_others(file, config) or f"docs/{file.src_uri}" in publishable)
    kept = bundled((_rerooted(file, config) for file in seen), config)
    for path in _mountable(publishable):
        kept.append(File(path, str(root), config.site_dir, config.use_directory_urls))
    for path in site.generated:
        kept.append(_generated(path, site.page(path).with_front_matter(), config))
        kept[-1].inclusion = InclusionLevel.NOT_IN_NAV
    kept += [_generated(path, text, config) for path, text in site.files.items()]
    for file in kept:
        file.edit_uri = site.page(file.src_uri).source or None if file.src_uri in site else None
    return Files(kept)


def _is_of_others(file: File, config: MkDocsConfig) -> bool:
    """Whether the theme or a plugin brings the file, and the site uses it."""
    is_theirs = file.src_dir != config.docs_dir or file.generated_by is not None
    return is_theirs and not file.src_uri.startswith(UNUSED)


def _rerooted(file: File, config: MkDocsConfig) -> File:
    if file.src_dir == config.docs_dir and file.generated_by is None:
        _ = (
            file.dest_uri,
            file.url,
            file.abs_src_path,
            file.abs_dest_path,
            file.name,
        )  # cached before the path changes
        file.src_uri = f"docs/{file.src_uri}"
    return file


def _mountable(publishable: Iterable[str]) -> list[str]:
    paths = [path for path in publishable if path.startswith(MOUNTED)]
    return sorted(paths, key=lambda path: (path.rpartition("/")[0], not path.endswith("/index.md"), path))


def _generated(path: str, text: str, config: MkDocsConfig) -> File:
    file = File.generated(config, path.removeprefix("docs/"), content=text)
    _ = (file.dest_uri, file.url, file.abs_dest_path, file.name)
    file.src_uri = path
    return file
