"""Publications as trees of plain elements, with contents, sources and glossary of their own: what PDF is made of, and EPUB can be."""
