"""Pages: what stands around a written text, and pages made of records alone."""
