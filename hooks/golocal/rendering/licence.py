"""Licences of pages, as LICENSES/README.md maps them to paths."""

from __future__ import annotations

CC0 = "CC0 1.0"
"""Licence of worksheets and of pages and files that are made of data."""
