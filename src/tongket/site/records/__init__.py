"""The record (sổ nhật ký): audit chains linked by hash, sealed into one site chain."""
