"""What allauth asks of the site: who may make an account, and what is said in our words."""

from __future__ import annotations

import os
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_failure_limit
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from tongket.messages import N_, say
from tongket.site.people.kept import remember
from tongket.site.people.models import User

FEW_TRIES = 5  # from here on it is said how many are left
ERRORS = {
    "account_inactive": N_("This account is closed. Ask your administrator."),
    "enter_current_password": N_("This is not the present password."),
    "incorrect_code": N_("This code is not right, or it is used up; a new one stands in the app each half minute."),
    "incorrect_password": N_("This password is not right."),
    "username_password_mismatch": N_("User name or password is not right."),
    "too_many_login_attempts": N_("Too many wrong tries. Wait a quarter of an hour, or ask your administrator."),
    "rate_limited": N_("Too many tries in a short time. Wait a minute."),
    "same_as_current": N_("The new password is the present one."),
    "cannot_generate_recovery_codes": N_("Recovery codes are made once a second factor is on."),
    "cannot_delete_authenticator": N_("This second factor cannot be taken away."),
    "unverified_email": N_("This second factor cannot be turned on."),
    "add_email_blocked": N_("Addresses are not kept here."),
}
DONE = {
    "account/messages/password_changed.txt": N_("The password is changed."),
    "mfa/messages/totp_activated.txt": N_("The second factor by app is on."),
    "mfa/messages/totp_deactivated.txt": N_("The second factor by app is off."),
    "mfa/messages/webauthn_added.txt": N_("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": N_("The passkey is removed."),
    "mfa/messages/recovery_codes_generated.txt": N_("New recovery codes are made; the old ones do not work any more."),
    "socialaccount/messages/account_connected.txt": N_("The office's account is tied to this one."),
    "socialaccount/messages/account_disconnected.txt": N_("The office's account is no longer tied to this one."),
}


class _OurWords:
    """Errors in the reader's language."""

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """The error; beside a wrong password how many tries are left, where few are."""
        message = say(ERRORS[code]) if code in ERRORS else say(N_("This is not right."))
        left = tries_left(context.request) if code == "username_password_mismatch" else None
        if left is not None and left <= FEW_TRIES:
            message += " " + say(N_("{count} tries are left, then this account rests for 15 minutes."), count=left)
        return ValidationError(message, code=code)


class AccountAdapter(_OurWords, DefaultAccountAdapter):
    """Accounts come by invitation and import alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Wrong passwords are counted by axes, for user name and address: nobody locks another out from elsewhere."""

    def post_login(self, request: HttpRequest, user: User, **more: Any) -> HttpResponse:  # type: ignore[override]
        """Let the browser know who signed in, so that a form sent after the end of the session is kept for them."""
        answer: HttpResponse = super().post_login(request, user, **more)
        remember(answer, user)
        return answer

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **more: Any
    ) -> None:
        """Say what was done, in our words; signing in and out is plain to see."""
        if message_template in DONE:
            messages.add_message(request, level, say(DONE[message_template]), extra_tags="sent")


class MFAAdapter(_OurWords, DefaultMFAAdapter):
    """The second factor."""


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Single sign-on: for users who are there already."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never: who has no account is told so."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Tie the office's account to the user named by the claim ``TONGKET_OIDC_CLAIM``; without one, never."""
        claim = os.environ.get("TONGKET_OIDC_CLAIM", "")
        if not claim or sociallogin.is_existing or request.user.is_authenticated:
            return
        data = sociallogin.account.extra_data
        name = str((data.get("userinfo") or data.get("id_token") or data).get(claim, "")).strip().lower()
        user = User.objects.filter(username=name, is_active=True).first() if name else None
        if user:
            sociallogin.connect(request, user)


def typed_name(request: HttpRequest | None, credentials: dict[str, Any] | None = None) -> str:
    """The user name that somebody tries to sign in with: wrong passwords are counted for it."""
    name = (credentials or {}).get("username") or (request.POST.get("login", "") if request is not None else "")
    return str(name).strip().lower()[:80]


def tries_left(request: HttpRequest | None) -> int | None:
    """How many wrong passwords the account still bears; None where that is not counted."""
    name = typed_name(request)
    if not name:
        return None
    credentials = {"username": name}
    return max(0, get_failure_limit(request, credentials) - AxesProxyHandler.get_failures(request, credentials))
