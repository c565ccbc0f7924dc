"""Faults of the theme's HTML and script, mended on the way to the site. What is looked for is the text of the locked version."""

from __future__ import annotations

import itertools
import re

_BLOCK = re.compile(r"<pre>(?=<code)|<pre(?= class)")


def mend(output: str) -> str:
    """The page with faults of the theme mended."""
    numbers = itertools.count(1)
    return _BLOCK.sub(lambda found: found[0].replace("<pre", f'<pre id="code-{next(numbers)}"'), output)
