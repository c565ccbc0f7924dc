"""Small faults of the theme's HTML, mended on the finished page."""

from __future__ import annotations

_REPLACEMENTS = (
    (
        ' data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off"',
        ' data-md-toggle="drawer" type="checkbox" id="__drawer"',
    ),
    (
        ' data-md-toggle="search" type="checkbox" id="__search" autocomplete="off"',
        ' data-md-toggle="search" type="checkbox" id="__search"',
    ),
)


def mend(output: str) -> str:
    """The page with faults of the theme mended."""
    for wrong, right in _REPLACEMENTS:
        output = output.replace(wrong, right)
    return output
