"""Publishing: schemas and generated reference pages, builds, the offline copy, the manifest, the staged tree."""
