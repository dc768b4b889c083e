"""Tables (bảng biểu) and appendices, with their heads, and rows that a page tore."""
