"""What a ZIM file says of itself, under the names that openZIM gives, and its picture."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import golocal
from golocal.publishing.pdf.compiler import compile_pictures
from golocal.publishing.pdf.text import literal
from golocal.reading.settings import language_of
from golocal.rendering.identity import Identity

SIDE = 48
"""Pixels of the picture, which every reader of ZIM files asks for."""
LONGEST_TITLE, LONGEST_DESCRIPTION, LONGEST_TEXT = 30, 80, 4000
"""Characters that openZIM allows."""
LANGUAGES = {"en": "eng", "de": "deu", "es": "spa", "fr": "fra"}
"""ISO 639-3, which ZIM asks for, by what mkdocs.yml says."""
MARK = Path("hooks/theme/.icons/golocal/mark.svg")
INK = "#0a4f5e"


def facts_of(identity: Identity, settings: Mapping[str, Any], date: datetime.date) -> dict[str, str]:
    """Facts by the names of openZIM.

    Args:
        settings: as in mkdocs.yml.
        date: of the newest text.
    """
    short, _, rest = identity.name.partition(":")
    language = language_of(settings)
    about = str(settings.get("site_description") or "")
    facts = {
        "Name": f"{short.strip().lower().replace(' ', '-')}_{language}_all",
        "Title": short.strip()[:LONGEST_TITLE],
        "Description": (rest.strip() or about or short).capitalize()[:LONGEST_DESCRIPTION],
        "LongDescription": f"{about} {identity.independence}".strip()[:LONGEST_TEXT],
        "Language": LANGUAGES.get(language, language),
        "Creator": identity.name,
        "Publisher": identity.name,
        "Date": date.isoformat(),
        "License": identity.licence,
        "Tags": "_category:other;_ftindex:yes;_pictures:yes;_videos:no",
        "Scraper": f"golocal {golocal.__version__}",
        "Source": identity.site,
    }
    return {name: text for name, text in facts.items() if text}


def picture(root: Path) -> bytes:
    """The project's mark as PNG on a clear ground."""
    mark = (root / MARK).read_text(encoding="utf-8").replace("<path ", f'<path fill="{INK}" ', 1)
    page = f"#set page(width: {SIDE // 2}pt, height: {SIDE // 2}pt, margin: 0pt, fill: none)\n"
    return compile_pictures(f'{page}#image(bytes({literal(mark)}), width: 100%, alt: "")', root)[0]
