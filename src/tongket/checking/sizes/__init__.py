"""Sizes (độ lớn): numbers that cannot well be meant, whatever stands beside them."""
