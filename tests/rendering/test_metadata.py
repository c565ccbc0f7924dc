"""Titles and summaries are plain text: in a page they cannot close a tag or an attribute."""

from __future__ import annotations

import jinja2
import pytest

from golocal.rendering.metadata import as_html

TEMPLATE = jinja2.Environment().from_string(
    '<meta content="{{ meta.description }}"><title>{{ meta.title }}</title><a aria-label="{{ meta.title | e }}">'
)


@pytest.mark.parametrize(
    "text",
    ['0;url=//evil.example" http-equiv="refresh', 'x" onfocus="alert(1)', "</title><script>x</script>", "R&D &lt;b>"],
)
def test_texts_stay_texts(text: str) -> None:
    page = TEMPLATE.render(meta=as_html({"title": text, "description": text, "tags": ["x"]}))
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")
    assert page == f'<meta content="{shown}"><title>{shown}</title><a aria-label="{shown}">'
