"""The pages of bodies, users and one's own account."""
