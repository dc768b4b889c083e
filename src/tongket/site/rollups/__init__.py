"""Consolidation (tổng hợp): live rollups, charts, and the consolidated report from a frozen snapshot."""
