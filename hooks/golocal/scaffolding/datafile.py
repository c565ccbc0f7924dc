"""Records are added to the end of a data file; every byte that stood there before stays."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from golocal.content.catalogue import Catalogue
from golocal.content.locations import data_folder
from golocal.findings.hints import in_words
from golocal.reading.files import read_text
from golocal.reading.yamltree import read_yaml
from golocal.scaffolding.places import require_slug
from golocal.scaffolding.refusal import Refused


def data_path(kind: str, id: str, file: str, catalogue: Catalogue) -> str:
    """Path of the data file that a new record goes into.

    Args:
        file: name of the file without folder and ending; empty where the kind has at most one.

    Raises:
        Refused: the id is taken or not accepted, or it is not clear which file is meant.
    """
    require_slug(id)
    folder = data_folder(kind)
    there = sorted(path for path, data in catalogue.corpus.data.items() if data.kind == kind)
    names = [path.rpartition("/")[2].removesuffix(".yml") for path in there]
    if kind != "vocabulary":
        _require_new(kind, id, catalogue)
    if file:
        require_slug(file)
    elif len(names) > 1 or kind == "vocabulary":
        raise Refused(f"say which file it goes into, one of {in_words(names)} or a new one: --file NAME")
    return f"{folder}/{file or (names or [folder.rpartition('/')[2]])[0]}.yml"


def _require_new(kind: str, id: str, catalogue: Catalogue) -> None:
    entry = catalogue.get(kind, id)
    if entry:
        line, _ = catalogue.place_of(entry)
        raise Refused(f"the {kind} `{id}` is there already, in {entry.path}:{line}; nothing was changed")


def with_record(file: Path, id: str, lines: Sequence[str]) -> tuple[int, bytes, int]:
    """Line of the new record, the content of the file with the record at its end, and how many bytes of it are there already.

    Raises:
        Refused: the file cannot be read as records, or has a record of this id.
        OSError: the file cannot be read.
    """
    before = file.read_bytes() if file.exists() else b""
    old = read_yaml(read_text(before)[0])
    if old.faults or (before.strip() and not isinstance(old.value, dict)):
        raise Refused(f"{file.name} has faults; mend them first: `golocal check` names them")
    if id in (old.value or {}):
        raise Refused(
            f"`{id}` stands in {file.name} already, in line {old.place_of_key((id,))[0]}; nothing was changed"
        )
    end = b"\r\n" if b"\r\n" in before else b"\n"
    gap = b"" if not before or before.endswith((b"\n", b"\r")) else end
    record = "\n".join([f"{id}:", *(f"  {line}" for line in lines), ""]).encode().replace(b"\n", end)
    content = before + gap + record
    new = read_yaml(read_text(content)[0])
    if new.faults or {**(old.value or {}), id: new.value.get(id)} != new.value:
        raise Refused(f"{file.name} is not written as one key a line from the first column on; add the record by hand")
    return new.place_of_key((id,))[0], content, len(before)
