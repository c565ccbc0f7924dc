"""The code that runs, as a hash: what was made by other code is made anew."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import golocal
from golocal.reading.printable import LIST


@cache
def own_code() -> bytes:
    """Hash of all modules of the package, and of the list of letters that rules read."""
    digest = hashlib.blake2b(digest_size=16)
    for module in sorted([*Path(golocal.__file__).parent.rglob("*.py"), LIST]):
        digest.update(module.read_bytes())
    return digest.digest()
