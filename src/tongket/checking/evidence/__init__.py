"""What checks ask of a report, found once (chứng cứ): clauses, numbers, cells, days. It flags nothing itself."""
