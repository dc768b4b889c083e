"""Taking tables of values into a folder of facts (nhập số liệu)."""
