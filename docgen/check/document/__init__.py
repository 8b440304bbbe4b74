"""Findings on a document that anybody wrote: one rule per file, each with what it needs to know."""
