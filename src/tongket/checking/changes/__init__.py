"""Rises and falls (mức tăng, giảm): changes against the two numbers that they are of."""
