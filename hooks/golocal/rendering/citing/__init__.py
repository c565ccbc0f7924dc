"""How a page is cited: one record of what is cited, and a writer for each form."""
