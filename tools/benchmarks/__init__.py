"""The measurements of ``make bench``: reading, consolidating, importing; each beside peers, each with its oracle."""
