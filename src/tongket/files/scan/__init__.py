"""Scans and pictures of pages (bản chụp, bản quét) to words with boxes, through Tesseract.

A page is cleaned (stamps, light, turn, skew, borders), its drawn lines are found and taken out, and what stands apart
on it (letterhead columns, cells) is recognised apart, all in one run.
"""
