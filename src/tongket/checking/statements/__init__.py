"""Statements (lời văn): what is denied, said of all, praised or presupposed, against what is told elsewhere."""
