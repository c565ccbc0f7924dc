"""The document whose styles, paper and footer every text document takes over: pandoc's own, with our parts in it.

The parts stand as XML in `template/`, so that a change of a style can be read.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from golocal.publishing.archive import EARLIEST, entry_of
from golocal.rendering.pandoc import run_pandoc

TEMPLATE = Path(__file__).with_name("template")
FOOTER = "word/footer1.xml"
_OURS = {f"word/{name}": name for name in ("document.xml", "footer1.xml", "settings.xml", "styles.xml")}
_RELATIONS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = f'<Relationship Id="rIdFooter" Type="{_OFFICE}/footer" Target="footer1.xml"/></Relationships>'
_TYPE = (
    '<Override PartName="/word/footer1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>'
)


def write_reference(folder: Path) -> Path:
    """Write the document into a folder; return its path.

    Raises:
        CitationsUnavailable: pandoc could not be run.
        OSError: a file cannot be written.
    """
    given, whole = folder / "pandoc.docx", folder / "reference.docx"
    run_pandoc(["--output", str(given), "--print-default-data-file", "reference.docx"], "")
    with zipfile.ZipFile(given) as source, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as target:
        parts = {name: source.read(name) for name in source.namelist() if not name.endswith("/")}
        parts |= {name: (TEMPLATE / file).read_bytes() for name, file in _OURS.items()}
        parts[_RELATIONS] = parts[_RELATIONS].replace(b"</Relationships>", _RELATION.encode())
        parts[_TYPES] = parts[_TYPES].replace(b"</Types>", _TYPE.encode())
        for name, data in parts.items():
            target.writestr(entry_of(name, EARLIEST), data)
    return whole
