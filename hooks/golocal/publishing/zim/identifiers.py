"""The four identifiers of a ZIM file, made of its content: libzim and Xapian draw three by lot, and the fourth is a sum over them.

Where they stand: openZIM's description of the format (header, 80 bytes: UUID at 8, place of the checksum at 72, an MD5 of all
that comes before it); Xapian's "glass" version block (sign, two bytes of version, UUID).
"""

from __future__ import annotations

import hashlib
import mmap
import struct
import uuid
from collections.abc import Iterator
from pathlib import Path

OURS = uuid.UUID("2f0a9c5e-8f0d-5c0f-9a43-6e2b7c1f4d10")
"""Namespace of the identifiers of ZIM files."""
MAGIC = b"ZIM\x04"
UUID_AT, CHECKSUM_AT = 8, 72
GLASS = b"\x0f\x0dXapian Glass"
VERSION_BYTES, LENGTH = 2, 16


class NotAZim(Exception):
    """The file does not begin as a ZIM file does."""


def fix_identifiers(file: Path) -> None:
    """Replace what was drawn by lot by numbers made of the rest of the file: the same content gives the same bytes.

    Raises:
        NotAZim: the file is no ZIM.
        OSError: it cannot be read or written.
    """
    with file.open("r+b") as opened, mmap.mmap(opened.fileno(), 0) as data:
        if data[: len(MAGIC)] != MAGIC:
            raise NotAZim(str(file))
        (checksum,) = struct.unpack_from("<Q", data, CHECKSUM_AT)
        drawn = [UUID_AT, *_indexes(data)]
        for place in drawn:
            data[place : place + LENGTH] = bytes(LENGTH)
        content = hashlib.sha256(memoryview(data)[:checksum]).hexdigest()
        for number, place in enumerate(drawn):
            data[place : place + LENGTH] = uuid.uuid5(OURS, f"{content} {number}").bytes
        data[checksum : checksum + LENGTH] = hashlib.md5(memoryview(data)[:checksum], usedforsecurity=False).digest()


def _indexes(data: mmap.mmap) -> Iterator[int]:
    """Where the identifiers of the indexes stand."""
    found = data.find(GLASS)
    while found >= 0:
        yield found + len(GLASS) + VERSION_BYTES
        found = data.find(GLASS, found + len(GLASS))
