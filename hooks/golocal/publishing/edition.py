"""Facts of an edition: its rules, its records."""

from __future__ import annotations

import hashlib
from collections import Counter

from golocal.content.catalogue import Catalogue
from golocal.findings import all_rules


def rules_hash() -> str:
    """Hash of the ids of all rules."""
    return hashlib.blake2b("\n".join(rule.id for rule in all_rules()).encode(), digest_size=16).hexdigest()


def records_by_kind(catalogue: Catalogue) -> dict[str, int]:
    """Number of entries of the catalogue by kind."""
    return dict(sorted(Counter(key.kind for key in catalogue.entries).items()))
