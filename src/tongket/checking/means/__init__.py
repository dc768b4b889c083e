"""Means and products (bình quân, đơn giá, năng suất): totals, counts and what each takes."""
