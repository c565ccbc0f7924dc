"""Width and height of PNG and JPEG images, from their headers."""

from __future__ import annotations

import struct

MAX_MARKERS = 4000

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_WITHOUT_LENGTH = frozenset({0x01, 0xFF, *range(0xD0, 0xD8)})


def pixels_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None where the data are no PNG or JPEG with a size.

    PNG keeps them in the first chunk, IHDR (ISO/IEC 15948, 11.2.2); JPEG in the segment of its frame (ITU-T T.81, B.2.2).
    """
    if data.startswith(_PNG):
        found = struct.unpack(">II", data[16:24]) if data[12:16] == b"IHDR" and len(data) >= 24 else (0, 0)
    else:
        found = _jpeg(data) if data.startswith(_JPEG) else (0, 0)
    return found if min(found) > 0 else None


def _jpeg(data: bytes) -> tuple[int, int]:
    place = 2
    for _ in range(MAX_MARKERS):
        if place + 9 > len(data) or data[place] != 0xFF:
            break
        marker = data[place + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        place += 1 if marker == 0xFF else 2 if marker in _WITHOUT_LENGTH else 2 + _length(data, place)
    return 0, 0


def _length(data: bytes, place: int) -> int:
    return int.from_bytes(data[place + 2 : place + 4], "big")
