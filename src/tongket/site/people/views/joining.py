"""Accepting an invitation."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from tongket.site.interface.public import public
from tongket.site.people.errors import PeopleError
from tongket.site.people.middleware import ACTING_AS
from tongket.site.people.services import invitations
from tongket.site.people.services.accounts import proposed_username
from tongket.site.people.views.first_run import PASSWORD_BACKEND
from tongket.site.people.views.forms import typed
from tongket.site.people.words import role_name


@public("the link is the right: its secret is known to whom it was given, and it works once")
def join(request: HttpRequest, secret: str) -> HttpResponse:
    """User name and password on one page; who is signed in only takes the new right."""
    invitation = invitations.open_invitation(secret)
    if invitation is None:
        return render(request, "people/no_invitation.html", status=404)
    user = request.user if request.user.is_authenticated and invitation.role and "other" not in request.GET else None
    name = invitation.username or (proposed_username(invitation.role, invitation.body) if invitation.role else "")
    fields, error = {"username": name, **typed(request, "username")}, None
    if request.method == "POST":
        try:
            joined = invitations.accept(
                invitation,
                fields["username"],
                request.POST.get("password", ""),
                user,
                end_keys="keys" in request.POST,
            )
        except PeopleError as refused:
            error = refused
        else:
            if not invitation.role and is_mfa_enabled(joined):
                return HttpResponseRedirect(reverse("account_login"))  # a new password is no second factor
            if user is None:
                login(request, joined, backend=PASSWORD_BACKEND)
            request.session[ACTING_AS] = invitation.body_id
            return HttpResponseRedirect("/")
    page = {
        "invitation": invitation,
        "role": role_name(invitation.role) if invitation.role else "",
        "typed": fields,
        "error": error,
        "user_here": user,
        "has_keys": invitations.has_keys(invitation),
    }
    return render(request, "people/join.html", page, status=422 if error else 200)
