"""A text brought in: read, held against what it says of itself and what was held, written as one step."""
