"""Word files (.docx) by their XML parts: styles, numbering, runs, tables, notes; composed to one text."""
