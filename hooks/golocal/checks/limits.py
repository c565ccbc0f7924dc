"""Limits of size that more than one module needs: in bytes, and pixels of a side."""

MAX_DATA = 2 * 1024 * 1024
MAX_OTHER = 1024 * 1024
MAX_PHOTO = 200 * 1024
MAX_FIGURE = 50 * 1024
MAX_PIXELS = 1600
PHOTOS = (".jpg", ".png")
