"""The content model: kinds, their fields, vocabularies, the catalogue of everything, and addresses."""
