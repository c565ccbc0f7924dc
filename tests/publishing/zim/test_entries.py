"""What goes into a ZIM file: every file, the text of each page without its frame, and excerpts without it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from golocal.publishing.zim.entries import entries_of, without_frame

MARK = '<a aria-hidden="true" class="headerlink" href="#cool-rooms">#</a>'
PAGE = f"""<!doctype html><html><head><title>Cool rooms - Guide</title></head><body data-x="1">
<nav>Warm homes</nav><main><article><h1 id="cool-rooms">Cool rooms{MARK}</h1><p class="lead">A town opened its library.</p>
<h2 id="limits">Limits</h2><p>Nights are hot too.</p></article></main><footer>Imprint</footer></body></html>"""
Write = Callable[..., Path]


def test_a_page_is_searched_by_its_title_and_text_and_not_by_its_menu(tmp_path: Path, write: Write) -> None:
    (entry,) = entries_of(write(tmp_path, {"a.html": PAGE}))
    assert (entry.path, entry.media_type, entry.title) == ("a.html", "text/html", "Cool rooms")
    assert entry.text == "Cool rooms A town opened its library.\nLimits Nights are hot too."


def test_other_files_are_there_and_not_searched(tmp_path: Path, write: Write) -> None:
    folder = write(tmp_path, {"manifest.json": "{}", "b/x.pdf": "%PDF", "b/y.odd": "?", "é.js": "x"})
    found = {entry.path: (entry.media_type, entry.title, entry.text) for entry in entries_of(folder)}
    assert found == {
        "b/x.pdf": ("application/pdf", "", ""),
        "b/y.odd": ("application/octet-stream", "", ""),
        "é.js": ("text/javascript", "", ""),
    }


def test_every_ending_of_the_site_has_a_type(site_offline: Path) -> None:
    assert not [entry.path for entry in entries_of(site_offline) if entry.media_type == "application/octet-stream"]


def test_a_page_without_an_article_keeps_its_title(tmp_path: Path, write: Write) -> None:
    (entry,) = entries_of(write(tmp_path, {"a.html": "<title> Moved </title><p>Elsewhere"}))
    assert (entry.title, entry.text) == ("Moved", "")


def test_the_frame_is_fenced_off_and_nothing_is_lost() -> None:
    page = without_frame(PAGE.encode()).decode()
    hidden, shown = "<!--htdig_noindex-->", "<!--/htdig_noindex-->"
    assert page.replace(hidden, "").replace(shown, "") == PAGE
    read = "".join(part.partition(shown)[2] for part in page.partition("<body")[2].split(hidden)[1:])
    assert "Cool rooms" in read
    assert "hot too" in read
    assert not [word for word in ("Warm homes", "Imprint", ">#<") if word in read]


def test_a_page_of_another_form_stays_as_it_is() -> None:
    assert without_frame(b"<p>No article</p>") == b"<p>No article</p>"
