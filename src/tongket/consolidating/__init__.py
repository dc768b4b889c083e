"""Observations to rollups: in SQL, exact, with coverage."""
