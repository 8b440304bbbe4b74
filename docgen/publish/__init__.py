"""Writers: a tree, a list or findings put into a form people read."""
