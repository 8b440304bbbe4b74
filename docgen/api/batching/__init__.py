"""The documents of many cells at once: what goes in, which cells need work, the workers, the list of what was made."""
