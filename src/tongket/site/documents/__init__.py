"""Documents (văn bản), their relations, and the cascade below a directive."""
