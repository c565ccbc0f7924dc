"""The process that writes a ZIM file: `python -m golocal.publishing.zim.writing`, told on standard input what to write.

It alone knows libzim, which is under the GPL; nothing imports it. One worker puts the parts in a fixed order.
"""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path
from typing import Any

from libzim.writer import ContentProvider, Creator, FileProvider, Hint, IndexData, Item, StringProvider

from golocal.publishing.zim.entries import without_frame
from golocal.publishing.zim.facts import SIDE


class Searched(IndexData):  # type: ignore[misc]
    """What is searched of a page; nothing of other files."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def has_indexdata(self) -> bool:
        """Whether the file is searched."""
        return bool(self._title)

    def get_title(self) -> str:
        """Title of the page."""
        return self._title

    def get_content(self) -> str:
        """Text of the page."""
        return self._text

    def get_keywords(self) -> str:
        """None: all words stand in the text."""
        return ""

    def get_wordcount(self) -> int:
        """Number of words of the text."""
        return len(self._text.split())

    def get_position(self) -> None:
        """Nowhere on the earth."""
        return


class File(Item):  # type: ignore[misc]
    """A file of the offline copy."""

    def __init__(self, folder: Path, entry: dict[str, str]) -> None:
        super().__init__()
        self._file, self._entry = folder / entry["path"], entry

    def get_path(self) -> str:
        """Path inside the ZIM."""
        return self._entry["path"]

    def get_title(self) -> str:
        """Title of a page; empty for other files."""
        return self._entry["title"]

    def get_mimetype(self) -> str:
        """Media type."""
        return self._entry["media_type"]

    def get_contentprovider(self) -> ContentProvider:
        """Reads the file when its turn comes."""
        is_page = bool(self._entry["title"])
        return StringProvider(without_frame(self._file.read_bytes())) if is_page else FileProvider(self._file)

    def get_hints(self) -> dict[Hint, bool]:
        """Pages are suggested by title; others are parts of pages."""
        return {Hint.FRONT_ARTICLE: bool(self._entry["title"])}

    def get_indexdata(self) -> Searched:
        """What is searched of it."""
        return Searched(self._entry["title"], self._entry["text"])


def main(order: dict[str, Any]) -> None:
    """Write what the order names: `file`, `folder`, `entries`, `facts`, `picture` (base64), `main`."""
    facts = order["facts"]
    creator = Creator(Path(order["file"])).config_indexing(True, facts["Language"]).config_nbworkers(1)
    creator.set_mainpath(order["main"])
    with creator:
        creator.add_illustration(SIDE, base64.b64decode(order["picture"]))
        for name, text in facts.items():
            creator.add_metadata(name, text)
        for entry in order["entries"]:
            creator.add_item(File(Path(order["folder"]), entry))


if __name__ == "__main__":
    main(json.load(sys.stdin))
