"""Tables (bảng số liệu, phụ lục): against themselves and against the text."""
