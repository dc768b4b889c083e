"""Observations to rollups: in SQL, exact, with coverage; and a pile of reports to a graph of documents."""
