"""Numbers that add up (tổng và thành phần): totals, parts, accounts and numbers told twice."""
