"""Review of a document anybody wrote: against the law, its cell, its form and itself."""
