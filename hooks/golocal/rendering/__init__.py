"""Rendering: sources become plain Markdown with everything expanded; MkDocs makes the site of it."""
