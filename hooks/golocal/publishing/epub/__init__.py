"""A book as EPUB 3.3, from the same trees as the PDF: no script, nothing from outside, no font and no colour that the reader did not choose."""
