"""Form and outline (thể thức, bố cục): what is missing, left open, numbered wrongly or answered in the wrong place."""
