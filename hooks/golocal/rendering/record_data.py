"""A record as a file of its own, in JSON, written from the validated model and not from the raw source."""

from __future__ import annotations

import json

from golocal.content.catalogue import Entry
from golocal.content.fields import Vocabularies
from golocal.content.kinds import RECORD_MODELS
from golocal.content.validation import without_empty
from golocal.rendering.licence import CC0


def data_path(page: str) -> str:
    """Repository path that the file of a record would have, beside its page."""
    return f"{page.removesuffix('.md')}.json"


def record_json(entry: Entry, vocabularies: Vocabularies, publisher: str) -> str:
    """The record with its kind, id and licence. Numbers, dates and answers have their types."""
    model = RECORD_MODELS[entry.key.kind].model_validate(without_empty(entry.data), context=vocabularies)
    head = {"kind": entry.key.kind, "id": entry.key.id, "licence": CC0, "publisher": publisher}
    return json.dumps(head | model.model_dump(mode="json", exclude_none=True), ensure_ascii=False, indent=2) + "\n"
