"""A link to our own pages is a relative path.

Helps: the offline reader, to whom a link with our address is dead, although the page is on the stick; whoever takes the repository over under another address.

Why: relative paths work on the code host, on the site, in previews and in every copy, and a check tells when they break.

Wrong (docs/about/method.md):

    Read [what to do in a cold week](https://guide.example/town/tasks/cold-week/).

Right (docs/about/method.md):

    Read [what to do in a cold week](../tasks/cold-week.md).

Fix: write the path of the file, relative to the file that holds the link, with its ending `.md`; to a record, a record link such as `task:cold-week`.

Exceptions: the addresses of the site and of its sources are those that mkdocs.yml gives (`site_url`, `repo_url`, `edit_uri_template`); where it gives none, nothing is found.
"""

import posixpath
from collections.abc import Iterator

from golocal.content.conditions import Conditions
from golocal.content.corpus import DataFile, Document
from golocal.content.locations import generated_record
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.reading.addresses import path_below
from golocal.reading.files import ROOTS

ID = "link-to-ourselves"


@rule(ID, Scope.CONFIGURED)
def check(source: Document | DataFile, conditions: Conditions) -> Iterator[Finding]:
    """Yield a finding for each link of a document to an address of our own."""
    if not conditions.own_addresses or not isinstance(source, Document):
        return
    for link in source.source.links:
        for base in conditions.own_addresses:
            below = path_below(link.target, base)
            if below is not None:
                message = f"the link leads to our own site by its full address: `{link.target[:80]}`"
                help = _way_out(source.path, below, link.target.partition("#")[2])
                yield rule_named(ID).at(source, link.line, link.column, message, help)
                break


def _way_out(page: str, below: str, anchor: str) -> str:
    file = _file(below)
    kind, id = generated_record(file, anchor)
    if not kind and file.endswith(".md"):
        kind, id = generated_record(f"{file[:-3]}/index.md", anchor)
    if kind:
        link = f"[@{id or 'ID'}]" if kind == "reference" else f"{kind}:{id or 'ID'}"
        name = "citation" if kind == "reference" else "record link"
        return f"write the {name} `{link}`: the build makes this page, and no file holds it"
    return f"write the relative path of the file, such as `{posixpath.relpath(file, posixpath.dirname(page))}`"


def _file(below: str) -> str:
    """A guess at the file: a page of the site is a file or the first page of a folder, and only the file tree knows which."""
    path = below.strip("/").removesuffix("index.html").removesuffix(".html").rstrip("/") or "index"
    if not path.startswith(tuple(f"{root}/" for root in ROOTS)):
        path = f"docs/{path}"
    if "." not in posixpath.basename(path):
        path += ".md"
    return path
