"""Maps of where the practices are."""
