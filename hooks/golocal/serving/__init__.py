"""The preview: the site in a browser while somebody writes, and the findings in the terminal."""
