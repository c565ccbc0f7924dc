"""The search of the site: what is written beside the pages, so that a page finds others without a server."""
