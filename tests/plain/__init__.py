"""Plain sentences of offices, made by combining words, shapes and numbers: each once right and once with one slip.

What a clerk writes most is what a checker must not miss, and must not call wrong where it is right. A labelled report
shows one wording of each; here every opening of a list meets every shape of its items, every mark between them, every
kind of slip, so that a hole shows as a row of misses (``python tools/plain.py sums``). ``make accuracy`` counts on
them, too.
"""
