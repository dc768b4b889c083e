"""The embedded database: Django's SQLite, with writers that stand in line."""
