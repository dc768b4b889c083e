"""Tags of the pages of submissions."""
