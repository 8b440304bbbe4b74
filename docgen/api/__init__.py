"""The verbs of docgen: each joins the stages below it and returns data; what is shown and how is not decided here."""
