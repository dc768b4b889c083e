"""Percentages (tỷ lệ): shares of a whole and rates of a plan, told near their numbers or far from them."""
