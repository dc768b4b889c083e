"""What allauth asks of the site."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come by invitation and import alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
