"""One style sheet, one script for the site and one for its search, put together from a file for each component, in the order of their names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import File

BUNDLES = {
    "docs/assets/css/": "assets/css/golocal.css",
    "docs/assets/js/": "assets/js/golocal.js",
    "docs/assets/search/": "assets/search/search.js",
}
"""Folder of the components, and the address of the file that holds them all. It stands in the same folder, so that addresses inside stay right."""

THEME_SHEET = re.compile(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css")
"""The theme's style sheet, which comes first in ours: a page waits for one file."""

_UNUSED = re.compile(r"assets/stylesheets/palette\.[0-9a-f]+\.min\.css|assets/images/favicon\.png|.*\.map")
_SOURCE_MAP = re.compile(r"/[/*]# sourceMappingURL=\S*(?: \*/)?")


def bundled(files: Iterable[File], config: MkDocsConfig) -> list[File]:
    """The files with components replaced by their bundles, and without those of the theme that no page asks for. Paths are those of the repository.

    Raises:
        BuildError: the theme has no style sheet of the expected name; another version of it needs another name here.
    """
    files = [file for file in files if not _UNUSED.fullmatch(file.src_uri)]
    sheets = [file for file in files if THEME_SHEET.fullmatch(file.src_uri)]
    if len(sheets) != 1:
        raise BuildError(
            f"the theme has {len(sheets)} style sheets like {THEME_SHEET.pattern}; see golocal.rendering.bundles"
        )
    kept = [file for file in files if not _folder(file) and file not in sheets]
    for folder, target in BUNDLES.items():
        parts = sorted((file for file in files if _folder(file) == folder), key=lambda file: file.src_uri)
        parts = [*(sheets if target.endswith(".css") else []), *parts]
        text = "\n".join(_SOURCE_MAP.sub("", part.content_string).strip() + "\n" for part in parts)
        bundle = File.generated(config, target, content=text)
        _ = (bundle.dest_uri, bundle.url, bundle.abs_dest_path)  # cached before the path changes
        bundle.src_uri = f"docs/{target}"
        kept.append(bundle)
    return kept


def _folder(file: File) -> str:
    return next((folder for folder in BUNDLES if file.src_uri.startswith(folder)), "")
