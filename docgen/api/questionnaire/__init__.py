"""The facts of a new cell asked one by one: answers are kept as they are given, the file is written at the end."""
