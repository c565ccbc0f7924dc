"""The text of a PDF that Typst wrote, page by page: enough of a reader for these files, and for nothing else."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"^(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL | re.MULTILINE)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_FONT = re.compile(rb"/(f\d+) (\d+) 0 R")
_MAPPING = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_PROPERTIES = re.compile(rb"<<[^<>]*>>BDC")
_SHOWN = re.compile(rb"/(f\d+) [\d.]+ Tf|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

Font = dict[int, str]


def text_of_pdf(data: bytes) -> str:
    """The text in the order of the content streams, white space collapsed to single blanks."""
    objects = _objects(data)
    return " ".join(" ".join(_page_text(page, objects) for page in _pages(objects)).split())


def unpacked(data: bytes) -> bytes:
    """All content streams of the pages, one after another."""
    objects = _objects(data)
    return b"\n".join(_stream(objects[_reference(page, b"Contents")]) for page in _pages(objects))


def _objects(data: bytes) -> dict[int, bytes]:
    return {int(match[1]): match[2] for match in _OBJECT.finditer(data)}


def _pages(objects: dict[int, bytes]) -> list[bytes]:
    return [body for body in objects.values() if b"/Type/Page/" in body]


def _page_text(page: bytes, objects: dict[int, bytes]) -> str:
    fonts = _fonts(objects[_reference(page, b"Resources")], objects)
    current: Font = {}
    pieces = []
    for match in _SHOWN.finditer(_PROPERTIES.sub(b"", _stream(objects[_reference(page, b"Contents")]))):
        if match[1]:
            current = fonts[match[1]]
            pieces.append(" ")
        else:
            pieces.append(_decoded(match[0][1:-1], current))
    return "".join(pieces)


def _fonts(resources: bytes, objects: dict[int, bytes]) -> dict[bytes, Font]:
    found = re.search(rb"/Font<<(.*?)>>", resources)
    named = dict(_FONT.findall(found[1])) if found else {}
    return {name: _font(objects[int(number)], objects) for name, number in named.items()}


def _font(body: bytes, objects: dict[int, bytes]) -> Font:
    rows = _MAPPING.findall(_stream(objects[_reference(body, b"ToUnicode")]))
    return {int(code, 16): bytes.fromhex(letters.decode()).decode("utf-16-be") for code, letters in rows}


def _decoded(escaped: bytes, font: Font) -> str:
    raw = _ESCAPE.sub(lambda match: _unescaped(match[1]), escaped)
    return "".join(font.get(raw[at] * 256 + raw[at + 1], "\ufffd") for at in range(0, len(raw), 2))


def _unescaped(escape: bytes) -> bytes:
    return bytes([int(escape, 8)]) if escape.isdigit() else _NAMED.get(escape, escape)


def _reference(body: bytes, key: bytes) -> int:
    found = re.search(rb"/" + key + rb" (\d+) 0 R", body)
    assert found, f"no {key.decode()} in {body[:80]!r}"
    return int(found[1])


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found, f"no stream in {body[:80]!r}"
    return zlib.decompress(found[1]) if b"FlateDecode" in body else found[1]
