"""Words (chính tả, viết tắt): slips of the pen, capitals, abbreviations and names that a reader may not know."""
