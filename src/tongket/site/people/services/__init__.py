"""Changes of bodies, users, grants, invitations and tokens: each one transaction, each on record."""
