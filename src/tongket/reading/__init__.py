"""From a source to a report: what is printed, and nothing else. Readers raise nothing and judge nothing."""
