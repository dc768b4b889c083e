"""PDF files: text pages by PDFium, pages without usable text by recognition."""
