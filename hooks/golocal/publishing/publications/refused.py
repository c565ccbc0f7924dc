"""What stops a publication."""

from __future__ import annotations


class PublicationsRefused(Exception):
    """Publications could not be made; the text names each with its reason."""
