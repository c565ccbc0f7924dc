"""Reading: files, YAML with marks, and one scan of each Markdown source with positions."""
