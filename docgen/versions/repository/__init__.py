"""The only door to git: opening a repository, reading what was, the history of a file, commits.

Git is editing time (who typed what, when), never legal time. Without the git program, or outside a repository,
everything here is a sentence.
"""
