"""Rules about the life of documents, applied by `golocal due`."""
