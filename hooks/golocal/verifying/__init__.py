"""Verifying: the built tree as a reader gets it, without any knowledge of how it was made."""
