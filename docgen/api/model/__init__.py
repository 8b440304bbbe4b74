"""A province's own model: brought in from Word, confirmed, checked."""
