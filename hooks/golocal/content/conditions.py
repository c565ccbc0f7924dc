"""What decides, beside its own content, how a source is judged."""

from __future__ import annotations

from typing import NamedTuple

from golocal.content.fields import Vocabularies
from golocal.content.lexicon import Lexicon


class Conditions(NamedTuple):
    """Lists and settings of the repository that rules about one source may ask; cached findings depend on them.

    Attributes:
        vocabularies: allowed values by the name of their list. Rules may ask for ids and labels only: these, not the entries, are known to the cache.
        lexicon: words that the glossary and the vocabularies know.
        own_addresses: addresses of the site itself and of its sources on a code host; empty where none is configured.
    """

    vocabularies: Vocabularies
    lexicon: Lexicon
    own_addresses: tuple[str, ...] = ()
