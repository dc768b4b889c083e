"""The site (Django): rounds, forms, submissions, review, coverage, consolidation. docs/site.md is its map."""
