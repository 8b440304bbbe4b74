"""A document people have worked on since, brought up to date without losing a word of theirs."""
