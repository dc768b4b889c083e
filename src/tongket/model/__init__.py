"""The nouns of the project, as frozen values. ``design`` words: one word for one thing."""
