"""PDF by Typst: trees of `publications` as Typst markup, compiled with fonts of our own."""
