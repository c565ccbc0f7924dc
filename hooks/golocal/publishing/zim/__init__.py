"""The ZIM file: the offline copy in one file, with indexes of titles and texts, for Kiwix."""
