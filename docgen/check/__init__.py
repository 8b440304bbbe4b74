"""Findings on regulations and registers: one rule per file, all of them listed in RULES (docs/ma-phat-hien.md)."""
