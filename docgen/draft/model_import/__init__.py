"""A province's own model rules, read from Word, turned into a template: questions for blanks, clauses in its order."""
