"""The command line: one command is one call of api."""
