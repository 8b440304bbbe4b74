"""Finding provisions by words or by citation: an index that is rebuilt for what changed, and the order of results."""
