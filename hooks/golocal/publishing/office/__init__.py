"""Worksheets as office files to fill in: a text document and a workbook of each, made of the tree of its page."""
