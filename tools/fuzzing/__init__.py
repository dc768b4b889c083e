"""Fuzzing: inputs to start from, changes that keep a file's form, and what is done with each."""
