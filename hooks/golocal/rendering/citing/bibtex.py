"""A citation as BibTeX. Letters stay as they are, in UTF-8; signs that TeX would act on are written out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from golocal.rendering.citing.citable import Citable
from golocal.rendering.citing.plain import description

TYPES = {"page": "misc", "article": "article", "volume": "book"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SIGNS = {
    "\\": r"\textbackslash{}",
    # A brace behind a backslash still counts for BibTeX, so one without its pair would swallow the rest of the file.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_SIGN = re.compile(r"[\\{}~^<>|&%$#_]")
_LIGATURE = re.compile(r"(?<=([-'`,]))(?=\1)|(?<=[?!])(?=`)")


def bibtex(cited: Citable) -> str:
    """The entry, one field a line."""
    rows = "".join(f"  {name} = {value},\n" for name, value in _fields(cited))
    return f"@{TYPES[cited.form]}{{{cited.key},\n{rows}}}"


def _fields(cited: Citable) -> Iterator[tuple[str, str]]:
    author = tex(cited.author)
    yield "author", f"{{{{{author}}}}}"
    yield "title", f"{{{{{tex(cited.full_title)}}}}}"
    if cited.form == "article":
        yield "journal", f"{{{tex(cited.series)}}}"
        yield "number", f"{{{tex(cited.number)}}}"
    if cited.form == "volume":
        yield "series", f"{{{tex(cited.series)}}}"
        yield "number", f"{{{tex(cited.number)}}}"
        yield "publisher", f"{{{{{author}}}}}"
    if cited.date:
        yield "year", f"{{{cited.date.year}}}"
        yield "month", _MONTHS[cited.date.month - 1]
    for name, value in (("doi", cited.doi), ("isbn", cited.isbn), ("issn", cited.issn)):
        if value:
            yield name, f"{{{value}}}"
    yield "note", f"{{{tex(f'{description(cited)}. {cited.remark}')}}}"
    if cited.address:
        yield "url", f"{{{cited.address}}}"


def tex(text: str) -> str:
    """Plain text as TeX that shows exactly this text."""
    apart = _LIGATURE.sub("\0", " ".join(text.split()))
    return _SIGN.sub(lambda sign: _SIGNS[sign.group()], apart).replace("\0", "{}")
