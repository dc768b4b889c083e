"""Workbooks to fill in, made from a programme (mẫu nhập liệu), and read back into entries and observations."""
