"""A page in plain Markdown, ready for a renderer."""

from __future__ import annotations

from dataclasses import dataclass

from golocal.rendering.text import quoted


@dataclass(frozen=True)
class StagedPage:
    """A page in plain Markdown.

    Attributes:
        path: repository path; of a generated page, the path that it would have.
        kind: kind of the document or record, which the theme shows as a class; `home` for the first page.
        title, summary: as plain text.
        text: the body, its first heading included.
        generated: whether no source file stands behind it.
        version, changed: of the text, in words; empty where there is none.
        licence: of the text, in words.
        source: repository path of the file to change; empty where no single file stands behind the page.
    """

    path: str
    kind: str
    title: str
    summary: str
    text: str
    generated: bool
    version: str = ""
    changed: str = ""
    licence: str = ""
    source: str = ""

    def with_front_matter(self) -> str:
        """The page as a file: kind, title and description, what is known of version, date and licence, then the text."""
        front = f"kind: {self.kind}\ntitle: {quoted(self.title)}\ndescription: {quoted(self.summary)}"
        known = {"version": self.version, "changed": self.changed, "licence": self.licence}
        front += "".join(f"\n{name}: {quoted(value)}" for name, value in known.items() if value)
        return f"---\n{front}\n---\n\n{self.text}"
