"""docgen impact: which documents already written rest on provisions that a new text changes."""
