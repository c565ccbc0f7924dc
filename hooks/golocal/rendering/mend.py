"""Faults of the theme's HTML and script, mended on the way to the site. What is looked for is the text of the locked version."""

from __future__ import annotations

import itertools
import re

from mkdocs.exceptions import BuildError

_FIRST_PART = re.compile(
    r'<input class="md-toggle" data-md-toggle="drawer"[^>]*autocomplete="off">.*?<div data-md-component="skip">.*?</div>',
    re.DOTALL,
)
"""Check boxes and skip link of the theme: `partials/header.html` has them in the order of reading, with names, and on every page."""

SCRIPT = re.compile(r"assets/javascripts/bundle\.[0-9a-f]+\.min\.js")
"""Address of the theme's script."""

_SCRIPT_TAG = re.compile(rf'<script (src="[^"]*{SCRIPT.pattern}")>')
"""The script need not wait at the end of the page: the text is shown before it is read."""

_IN_SCRIPT = (
    # The index of the search is asked for when the search opens, online as in the offline copy.
    ('L($(location.protocol!=="file:"),Je("search"))', 'Je("search")'),
    # So is the worker that searches.
    (
        "function Mn(e,t=new Worker(e)){",
        "function lazyWorker(e){let w,q=new EventTarget;q.postMessage=m=>{if(!w){w=new Worker(e);"
        'w.addEventListener("message",v=>q.dispatchEvent(new MessageEvent("message",{data:v.data})))}w.postMessage(m)};'
        "return q}function Mn(e,t=lazyWorker(e)){",
    ),
    # Focus alone opens nothing; `menu.js` opens the search on a click and on typing.
    ('({focus:i})=>{i&&at("search",i)}', "()=>{}"),
    # Results can be reached with the Tab key, and are no headings of the page.
    ('class:"md-search-result__link",tabIndex:-1', 'class:"md-search-result__link"'),
    ('x("summary",{tabIndex:-1},', 'x("summary",null,'),
    ('x("h1",null,e.title)', 'x("p",{class:"md-search-result__title"},e.title)'),
    ('x("h2",null,e.title)', 'x("p",{class:"md-search-result__title"},e.title)'),
)


_BLOCK = re.compile(r"<pre>(?=<code)|<pre(?= class)")


def mend(output: str) -> str:
    """The page with faults of the theme mended."""
    numbers = itertools.count(1)
    output = _BLOCK.sub(lambda found: found[0].replace("<pre", f'<pre id="code-{next(numbers)}"'), output)
    return _SCRIPT_TAG.sub(r"<script defer \1>", _FIRST_PART.sub("", output, count=1), count=1)


def mend_script(text: str) -> str:
    """The theme's script with faults mended.

    Raises:
        BuildError: a fault is not where it was; another version of the theme needs another mending.
    """
    for wrong, right in _IN_SCRIPT:
        if text.count(wrong) != 1:
            raise BuildError(f"the theme's script does not hold {wrong!r} once; see golocal.rendering.mend")
        text = text.replace(wrong, right)
    return text
