"""The clean running text (flow) of a source: lines joined, notes put back behind their marks, doubts of a scan."""
