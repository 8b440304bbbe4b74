"""The tree every other room works on: regulations as provisions, their addresses, their numbers, and findings."""
