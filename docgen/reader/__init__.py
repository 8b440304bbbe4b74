"""From files of every kind to the tree; never refuses a text, reports what it could not place."""
