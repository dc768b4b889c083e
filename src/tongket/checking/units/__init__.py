"""Units (đơn vị hành chính): that do not exist, or no longer, or are left out."""
