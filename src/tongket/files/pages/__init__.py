"""Pages of placed words to a source: what text of PDF files and recognised scans share."""
