"""The description by which a browser offers our search in its own field (OpenSearch 1.1). Only a site that has an address has one."""

from __future__ import annotations

from xml.sax.saxutils import escape

from golocal.content.locations import FIND
from golocal.rendering.identity import Identity

PATH = "docs/opensearch.xml"
LONGEST_NAME = 16
"""Characters of a short name, as the specification allows."""
_TEXT = """\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{short}</ShortName>
  <Description>{name}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" method="get" template="{find}?q={{searchTerms}}"/>
</OpenSearchDescription>
"""


def description(identity: Identity) -> dict[str, str]:
    """The text by the repository path that its address would have; empty where the site has no address."""
    if not identity.site:
        return {}
    name = escape(identity.name)
    short = escape(identity.name.partition(":")[0][:LONGEST_NAME].strip())
    find = escape(identity.address_of(FIND), {'"': "&quot;"})
    return {PATH: _TEXT.format(short=short, name=name, find=find)}
