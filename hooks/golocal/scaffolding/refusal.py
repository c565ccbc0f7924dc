"""Why a draft is not written."""

from __future__ import annotations


class Refused(Exception):
    """Nothing was written; the text says why, and what would be accepted."""
