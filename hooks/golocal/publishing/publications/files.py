"""What a run has written: the files of publications and worksheets."""

from __future__ import annotations


class FilesWritten(dict[str, bool]):
    """Names of the files in the order in which they were written, each with whether it had to be made; an EPUB always has."""

    def ending(self, *endings: str) -> FilesWritten:
        """Those whose names end so."""
        return FilesWritten({name: is_new for name, is_new in self.items() if name.endswith(endings)})

    @property
    def anew(self) -> int:
        """How many of them had to be made."""
        return sum(self.values())
