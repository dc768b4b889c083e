"""A programme drafted out of a request letter (công văn yêu cầu): its outline, its forms, its deadline."""
