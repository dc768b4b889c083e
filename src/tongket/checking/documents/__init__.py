"""Documents as they are cited (viện dẫn văn bản): symbols, titles, issuers, order."""
