"""What changes a submission: one transaction each, compare-and-set, with a link in its audit chain."""
