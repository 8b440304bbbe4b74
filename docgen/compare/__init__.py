"""Two regulations into one Comparison: stayed, reworded, moved, split, merged, added, removed. Pure, no wording."""
