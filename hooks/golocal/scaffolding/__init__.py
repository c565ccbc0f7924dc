"""First drafts: a document or a record of each kind, made of its model and the rules, with its blanks marked."""
