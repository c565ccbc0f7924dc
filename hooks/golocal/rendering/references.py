"""Formatted sources: labels for citations and entries for lists, by pandoc's citeproc, once for all sources.

The style is Chicago author-date, pandoc's own. Labels are stable over the whole site, because all sources are formatted together.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import html

from golocal.rendering.citing.csl import csl_item
from golocal.rendering.pandoc import run_pandoc
from golocal.rendering.search.terms import fold
from golocal.rendering.text import escape

MARK = "golocal-label"
SITE_LANGUAGE = "en"
_NO_TEXT = ("id", "type", "language", "issued", "accessed")
_ADDRESSES = ("URL", "DOI")
_IN_TEXT = re.compile(r"[\\`*_\[\]{}<>$@^~|#]")
_IN_ADDRESSES = re.compile(r"[^\w\s]", re.ASCII)
_ATTRIBUTES = re.compile(r"\{:[^}]*\}")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class FormattedSource:
    """A source as citations and lists show it.

    Attributes:
        label: author and year, plain text: "Oomen 2016".
        year: year alone, with its letter, for citations whose author stands in the sentence.
        entry: entry of the list of sources, as Markdown; a title in another language than the site's says so.
        language: language of the label where it is such a title; empty for names.
    """

    label: str
    year: str
    entry: str
    language: str = ""

    @cached_property
    def called(self) -> str:
        """The label, where the entry begins with another word and would not be found by it; otherwise empty."""
        first, *others = _words(self.label) or [""]
        initials = self.label.partition(" ")[0].endswith(".")
        begins = (_words(self.entry) or [""])[0]
        return "" if begins == first or (initials and begins in others) else self.label

    @cached_property
    def place(self) -> list[str]:
        """Words by which a list of sources is in the order of the labels that readers bring."""
        return _words(f"{self.called} {self.entry}")


def format_sources(records: Mapping[str, Mapping[str, Any]], cache: Path | None = None) -> dict[str, FormattedSource]:
    """Format all sources. `records` maps a key to its CSL fields; `cache` is a folder that keeps results by content.

    Raises:
        CitationsUnavailable: pandoc could not be run.
    """
    if not records:
        return {}
    data = [_csl(key, records[key]) for key in sorted(records)]
    payload = json.dumps(data, ensure_ascii=False, sort_keys=True)
    store = cache / f"sources-{_digest(payload)}.json" if cache else None
    kept = _kept(store) if store else {}
    if kept:
        return kept
    formatted = _read_output(_run_pandoc(data), [item["id"] for item in data])
    if store:
        _keep(store, formatted)
    return formatted


def shortened(sources: Mapping[str, FormattedSource], names: Mapping[str, str]) -> dict[str, FormattedSource]:
    """The same sources with long names of bodies shortened in labels; the entries of lists keep them."""
    longest_first = sorted(names, key=lambda name: -len(name))

    def short(label: str) -> str:
        for name in longest_first:
            label = label.replace(name, names[name])
        return label

    return {key: replace(source, label=short(source.label)) for key, source in sources.items()}


def unformatted(records: Mapping[str, Mapping[str, Any]]) -> dict[str, FormattedSource]:
    """Keys in place of labels, for a preview on a machine without pandoc."""
    return {key: FormattedSource(key, key, escape(str(record.get("title", key)))) for key, record in records.items()}


def _words(text: str) -> list[str]:
    """The words of Markdown as they are compared; marks and signs are none."""
    return _WORD.findall(fold(_ATTRIBUTES.sub("", text)))


def _kept(store: Path) -> dict[str, FormattedSource]:
    """What an earlier run kept; nothing where the file is missing or cut off."""
    try:
        rows = json.loads(store.read_text(encoding="utf-8"))
        return {key: FormattedSource(**row) for key, row in rows.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _keep(store: Path, formatted: Mapping[str, FormattedSource]) -> None:
    store.parent.mkdir(parents=True, exist_ok=True)
    rows = {key: asdict(source) for key, source in formatted.items()}
    aside = store.with_suffix(".new")
    aside.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    aside.replace(store)


def _digest(payload: str) -> str:
    return hashlib.blake2b((payload + Path(__file__).read_text(encoding="utf-8")).encode(), digest_size=12).hexdigest()


def _csl(key: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """A source as an item of CSL with all texts escaped, its title marked with its language where that is not the site's."""
    item = {name: _plain(name, value) for name, value in csl_item(key, record).items()}
    language = title_language(record)
    if language:
        item["title"] = f"[{item['title']}]{{lang={language}}}"
    return item


def _plain(name: str, value: Any) -> Any:
    if name in _NO_TEXT:
        return value
    return _literal(value, _IN_ADDRESSES if name in _ADDRESSES else _IN_TEXT)


def title_language(record: Mapping[str, Any]) -> str:
    """Language of a source's title as a tag; empty for that of the site, and where nobody said it."""
    language = str(record.get("title_language") or record.get("language") or "")
    return "" if language.partition("-")[0] == SITE_LANGUAGE else language


def _literal(value: Any, special: re.Pattern[str]) -> Any:
    """The value with all that pandoc would read as Markdown escaped; it reads every string of a record so."""
    if isinstance(value, str):
        return special.sub(r"\\\g<0>", value)
    if isinstance(value, list):
        return [_literal(child, special) for child in value]
    if isinstance(value, dict):
        return {name: _literal(child, special) for name, child in value.items()}
    return value


def _run_pandoc(data: list[dict[str, Any]]) -> str:
    text = f"---\nreferences: {json.dumps(data, ensure_ascii=False)}\n---\n\n{_labels(data)}\n"
    return run_pandoc(["--from=markdown", "--to=html", "--citeproc", "--wrap=none"], text)


def _labels(data: list[dict[str, Any]]) -> str:
    return "\n\n".join(f"::: {MARK}\n[@{item['id']}]\n\n[-@{item['id']}]\n:::" for item in data)


def _read_output(output: str, keys: list[str]) -> dict[str, FormattedSource]:
    tree = html.document_fromstring(f"<html><body>{output}</body></html>")
    labels = [
        [_label(paragraph) for paragraph in div.findall("p")] for div in tree.iterfind(f".//div[@class='{MARK}']")
    ]
    languages = [div.xpath("string(p[1]//span/@lang)") for div in tree.iterfind(f".//div[@class='{MARK}']")]
    entries = {str(div.get("id")): _markdown(div).strip() for div in tree.iterfind(".//div[@role='listitem']")}
    return {
        key: FormattedSource(label, year, entries[f"ref-{key}"], str(language))
        for key, (label, year), language in zip(keys, labels, languages, strict=True)
    }


def _label(paragraph: html.HtmlElement) -> str:
    text = " ".join(paragraph.text_content().split())
    return text.removeprefix("(").removesuffix(")")


def _markdown(element: html.HtmlElement) -> str:
    if element.tag in ("em", "i"):
        titles = element.findall("span[@lang]")
        language = titles[0].get("lang") if len(titles) == 1 and not element.text and not titles[0].tail else ""
        text = escape(element.text_content())
        return f"*{text}*{{: lang={language} }}" if language else f"*{text}*"
    inside = escape(element.text or "") + "".join(_markdown(child) + escape(child.tail or "") for child in element)
    if element.tag == "span" and element.get("lang"):
        return f"*{inside}*{{: .upright lang={element.get('lang')} }}"
    if element.tag == "a":
        return f"[{inside}]({element.get('href')})"
    return inside
