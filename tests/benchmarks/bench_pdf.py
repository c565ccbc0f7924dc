"""Publications as PDF by Typst and by WeasyPrint, in turn, in one run: seconds, pages, size, rules of the checker.

Run it by hand: `.venv/bin/python tests/benchmarks/bench_pdf.py [--rounds N] [NAME ...]`. WeasyPrint is no part of the project:
`pip install weasyprint==70.0` first; it needs Pango. Both begin with the pages in Markdown and end with the file that is
published, ours packed; both make a cover, contents with page numbers, running heads and tagged tables, with the same fonts.
A last line says where our seconds go. No test depends on a time.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

import page as page_validation  # noqa: E402
import pikepdf  # noqa: E402
import weasyprint  # noqa: E402
from lxml import etree  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402

import golocal.checks  # noqa: E402, F401  (registers the rules)
from golocal.checks.run import CACHE, check  # noqa: E402
from golocal.content.catalogue import Catalogue  # noqa: E402
from golocal.publishing.data.files import write_data  # noqa: E402
from golocal.publishing.pdf.compiler import FONTS, compile_pdf  # noqa: E402
from golocal.publishing.pdf.packing import packed  # noqa: E402
from golocal.publishing.pdf.source import typst_source  # noqa: E402
from golocal.publishing.publications.book import Binder, Book  # noqa: E402
from golocal.publishing.publications.tidy import HEADINGS  # noqa: E402
from golocal.reading.settings import read_settings  # noqa: E402
from golocal.rendering.identity import identity_of  # noqa: E402
from golocal.rendering.made import Made  # noqa: E402
from golocal.rendering.opendata import OpenData  # noqa: E402
from golocal.rendering.page_tree import MarkdownSettings, plain_text  # noqa: E402
from golocal.rendering.publications import Publication, publications  # noqa: E402
from golocal.rendering.site import Site  # noqa: E402

FACES = (
    ("Literata", "literata-400", 400, "normal"),
    ("Literata", "literata-400-italic", 400, "italic"),
    ("Literata", "literata-700", 700, "normal"),
    ("Commissioner", "commissioner-400", 400, "normal"),
    ("Commissioner", "commissioner-700", 700, "normal"),
    ("Noto Sans JP", "noto-sans-jp", 400, "normal"),
    ("Noto Sans KR", "noto-sans-kr", 400, "normal"),
)
STYLE = """
@page { size: A4; margin: 30mm 31mm 27mm; @top-left { content: string(title); } @top-right { content: string(part); }
  @bottom-right { content: counter(page) " / " counter(pages); } }
@page :first { @top-left { content: none; } @top-right { content: none; } }
body { font: 10.5pt/1.45 Literata, "Noto Sans JP", "Noto Sans KR"; }
h1, h2, h3, h4, table, .facts, .step-facts { font-family: Commissioner, Literata, "Noto Sans JP", "Noto Sans KR"; }
h1 { string-set: part content(); page-break-before: always; font-size: 22pt; }
.cover { string-set: title content(); font-size: 31pt; }
table { border-collapse: collapse; font-size: 9.25pt; width: 100%; } th, td { border-bottom: 0.5pt solid; padding: 5pt; text-align: left; }
tr { page-break-inside: avoid; } h2, h3, h4 { page-break-after: avoid; }
aside { background: #f3f1ea; border-left: 3pt solid; padding: 10pt; }
nav a::after { content: leader(".") target-counter(attr(href), page); }
svg { width: 100%; }
"""
NAMES = ["chapter-human-rights-budgeting", "chapter-equality-data-collection", "papers-3"]
T = TypeVar("T")
Seconds = tuple[float, float]
"""Of the processor and of the clock."""


def main() -> None:
    """Print a table for each publication."""
    arguments = _arguments()
    report = check(ROOT, cache=ROOT / CACHE)
    known = {each.name: each for each in publications(report.catalogue)}
    with tempfile.TemporaryDirectory() as folder:
        site = _site(report.catalogue, Path(folder))
        for name in arguments.names:
            for path in known[name].paths:
                site.page(path)
            print(name)
            _compare(site, known[name], arguments.rounds, Path(folder) / "made.pdf")


def _compare(site: Site, publication: Publication, rounds: int, file: Path) -> None:
    makers: dict[str, Callable[[], bytes]] = {
        "Typst": lambda: packed(compile_pdf(typst_source(_book(site, publication)), ROOT)),
        "WeasyPrint": lambda: _by_weasyprint(_book(site, publication)),
    }
    times: dict[str, list[Seconds]] = {name: [] for name in makers}
    for round in range(rounds + 1):
        for name, make in makers.items():
            data, spent = _timed(make)
            times[name] += [spent] if round else []  # the first round warms what both share
            if round == rounds:
                processor, wall = (statistics.median(column) for column in zip(*times[name], strict=True))
                print(f"  {name}: {processor:.2f} CPU s, {wall:.2f} wall s, {_facts(data, file)}")
    for which, unit in enumerate(("CPU", "wall")):
        ratios = [slow[which] / fast[which] for fast, slow in zip(*times.values(), strict=True)]
        middle = statistics.median(ratios)
        print(f"  WeasyPrint / Typst, {unit}: {middle:.1f} (from {min(ratios):.1f} to {max(ratios):.1f})", flush=True)
    print(f"  {_steps(site, publication)}", flush=True)


def _timed(make: Callable[[], T]) -> tuple[T, Seconds]:
    wall, processor = time.monotonic(), time.process_time()
    made = make()
    return made, (time.process_time() - processor, time.monotonic() - wall)


def _steps(site: Site, publication: Publication) -> str:
    book, bound = _timed(lambda: _book(site, publication))
    source, written = _timed(lambda: typst_source(book))
    data, compiled = _timed(lambda: compile_pdf(source, ROOT))
    _, put_together = _timed(lambda: packed(data))
    steps = {"book": bound, "source": written, "Typst": compiled, "packing": put_together}
    return "of ours, CPU s: " + ", ".join(f"{name} {seconds[0]:.2f}" for name, seconds in steps.items())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=NAMES, metavar="NAME")
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


def _site(catalogue: Catalogue, folder: Path) -> Site:
    identity = identity_of(read_settings(ROOT))
    write_data(catalogue, identity, folder / "data")
    return Site(ROOT, catalogue, identity, made=Made(data=OpenData.of(folder / "data")))


def _book(site: Site, publication: Publication) -> Book:
    return Binder(site, MarkdownSettings.from_config(read_settings(ROOT))).book(publication)


def _by_weasyprint(book: Book) -> bytes:
    parts = "".join(etree.tostring(part.tree, encoding="unicode") for part in book.parts)
    headings = [element for part in book.parts for element in part.tree.iter(*HEADINGS[:2]) if element.get("id")]
    contents = "".join(f'<p><a href="#{each.get("id")}">{escape(plain_text(each))}</a></p>' for each in headings)
    faces = "".join(
        f"@font-face {{ font-family: '{family}'; src: url('{(FONTS / name).as_uri()}.ttf'); "
        f"font-weight: {weight}; font-style: {style}; }}"
        for family, name, weight, style in FACES
    )
    title, independence = escape(book.imprint.title), escape(book.imprint.independence)
    text = f"<p class='cover'>{title}</p><p>{independence}</p><h1>Contents</h1><nav>{contents}</nav>{parts}"
    fonts = FontConfiguration()
    style = weasyprint.CSS(string=faces + STYLE, font_config=fonts)
    page = f"<html lang='en'><head><title>{title}</title></head><body>{text}</body></html>"
    whole = weasyprint.HTML(string=page, base_url="https://site.invalid/")
    made: bytes = whole.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
    return made


def _facts(data: bytes, file: Path) -> str:
    file.write_bytes(data)
    with pikepdf.open(file) as document:
        pages = len(document.pages)
    report = page_validation.validate_pdf(file, profile=page_validation.ValidationProfile.PDF_UA_1)
    rules = f"{report.rules.passed} of {report.rules.total} rules of PDF/UA-1"
    return f"{pages} pages, {len(data) / 1000:.0f} kB, {rules}"


if __name__ == "__main__":
    main()
