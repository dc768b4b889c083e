"""The documents that a report cites (viện dẫn), and what their words say of one another."""
