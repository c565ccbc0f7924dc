"""Limits of size, in bytes, that more than one module needs."""

MAX_DATA = 2 * 1024 * 1024
MAX_OTHER = 1024 * 1024
