"""The language: letters, tone marks, spelling variants, search keys."""
