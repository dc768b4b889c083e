"""The outline (đề cương): headings and numbered paragraphs, as a tree."""
