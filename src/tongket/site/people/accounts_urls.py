"""The routes of signing in: those of allauth that the site offers; its others keep their names, and lead nowhere.

Accounts come by invitation, and the site keeps no addresses of persons: no signing up, no pages of e-mail addresses,
no passwords reset by mail.
"""

from __future__ import annotations

from allauth.account import views as account
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path

from tongket.site.interface.public import public
from tongket.site.people.views.account import ChangePassword


@public("there is nothing here: a route of allauth that the site does not offer")
def nothing(request: HttpRequest, **_kwargs: str) -> HttpResponse:
    """404."""
    raise Http404


urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", ChangePassword.as_view(), name="account_change_password"),
    path("2fa/webauthn/keys/<int:pk>/edit/", nothing, name="mfa_edit_webauthn"),
    path("2fa/", include("allauth.mfa.urls")),
    path("office/", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("office/tied/", include("allauth.socialaccount.urls")),
    path("signup/", nothing, name="account_signup"),
    path("email/", nothing, name="account_email"),
    path("confirm-email/", nothing, name="account_email_verification_sent"),
    path("password/set/", nothing, name="account_set_password"),
    path("password/reset/", nothing, name="account_reset_password"),
    path("sessions/", nothing, name="usersessions_list"),
]
