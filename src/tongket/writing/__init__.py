"""Rollups to prose, Word, workbook and the page of findings."""
