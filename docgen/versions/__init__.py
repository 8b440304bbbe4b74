"""Which texts exist, when each was law, who says so; and the git repository that keeps them."""
