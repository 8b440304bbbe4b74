"""What a change of the law or of the facts does to documents already written."""
