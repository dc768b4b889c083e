"""The fictitious province of Mẫu Sơn: its units, its reports, and the truth about them."""
