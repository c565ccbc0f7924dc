"""Licences of pages, as LICENSES/README.md maps them to paths."""

from __future__ import annotations

CC0 = "CC0 1.0"
"""Licence of worksheets and of pages and files that are made of data."""
ADDRESSES = {
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}
"""Where the text of a licence stands; programs know licences by these addresses."""
