"""What a workspace keeps so that a document can be made again as it was, and making it again."""
