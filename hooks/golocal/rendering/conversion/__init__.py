"""Markdown of pages as HTML: converted once for all copies of the site, by several processes, and kept between builds."""
