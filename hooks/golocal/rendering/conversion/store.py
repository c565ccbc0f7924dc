"""Converted pages, kept between builds: a file for each, named by a hash of all that decides about it.

Both copies of a site, the next build and the preview convert only what has changed. A file is a line with a sum, then JSON.
"""

from __future__ import annotations

import hashlib
import json
import platform
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from golocal.reading.own_code import own_code
from golocal.rendering.conversion.converted import Converted, Job, Means
from golocal.rendering.markdown.figures import digest_of, figure_text

STORE = Path(".cache/pages")
_LIBRARIES = ("markdown", "pymdown-extensions", "mkdocs")
_MOST_LEFT = 3
"""How many times the files of a build the store may hold before the others are removed."""


class Store:
    """Converted pages by what they were made of. A file that cannot be read or written counts as missing."""

    def __init__(self, folder: Path, means: Means) -> None:
        self._folder = folder
        self._root = Path(means.root)
        known = [platform.python_version(), *map(version, _LIBRARIES), means.extensions, means.settings]
        self._common = own_code() + json.dumps(known, sort_keys=True, default=repr).encode()
        self._used: set[str] = set()

    def get(self, job: Job) -> Converted | None:
        """The page, where it is known and its figures are as they were."""
        name = self._name(job)
        self._used.add(name)
        try:
            head, _, body = (self._folder / name).read_bytes().partition(b"\n")
        except OSError:
            return None
        converted = Converted(**json.loads(body)) if head == _sum(body) else None
        return converted if converted and self._has_same_figures(job, converted) else None

    def put(self, job: Job, converted: Converted) -> None:
        """Keep a page."""
        body = json.dumps(asdict(converted), ensure_ascii=False).encode("utf-8", "surrogatepass")
        place = self._folder / self._name(job)
        aside = place.with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(_sum(body) + b"\n" + body)
            aside.replace(place)
        except OSError:
            return

    def tidy(self) -> None:
        """Remove what this build did not ask for, where that is much."""
        try:
            files = [*self._folder.iterdir()] if self._folder.is_dir() else []
            if len(files) > _MOST_LEFT * len(self._used):
                for file in files:
                    if file.name not in self._used:
                        file.unlink(missing_ok=True)
        except OSError:
            return

    def _name(self, job: Job) -> str:
        digest = hashlib.blake2b(self._common, digest_size=16)
        digest.update(f"{job.path}\0{job.text}".encode("utf-8", "surrogatepass"))
        return f"{digest.hexdigest()}.json"

    def _has_same_figures(self, job: Job, converted: Converted) -> bool:
        return all(
            digest_of(figure_text(self._root, path, job.figures)) == digest
            for path, digest in converted.figures.items()
        )


def _sum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=16).hexdigest().encode()
