"""Two regulations into one Comparison: what stayed, was reworded, moved, split, merged, added, removed. Pure, no wording."""
