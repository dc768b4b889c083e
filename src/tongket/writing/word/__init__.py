"""Word files: a draft laid out by the rules in force."""
