"""The HTTP API: the same services and rights as the pages."""
