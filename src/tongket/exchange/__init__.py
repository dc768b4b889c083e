"""Open formats: the JSON contract, CSV."""
