"""How passwords are kept: by Argon2id, which asks of an attacker memory for each guess, and of the site little time."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2Hasher(Argon2PasswordHasher):
    """With the least that OWASP's Password Storage Cheat Sheet asks for: 19 MiB, two passes, one lane. At a
    deadline thousands sign in; Django's own choice (100 MiB, eight lanes) takes ten times as long, and much memory of
    a small server at once.
    """

    time_cost = 2
    memory_cost = 19_456  # KiB
    parallelism = 1
