"""My work (việc của tôi): what waits for whom, notices, search, help."""
