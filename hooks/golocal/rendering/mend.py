"""Faults of the theme's HTML and script, mended on the way to the site. What is looked for is the text of the locked version."""

from __future__ import annotations

import itertools
import re

from mkdocs.exceptions import BuildError

SCRIPT = re.compile(r"assets/javascripts/bundle\.[0-9a-f]+\.min\.js")
"""Address of the theme's script, which comes when the search is opened."""

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
    return _BLOCK.sub(lambda found: found[0].replace("<pre", f'<pre id="code-{next(numbers)}"'), output)


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
