"""Users of a body: rights, invitations, closed accounts."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from tongket.messages import N_, say
from tongket.site.interface.media import XLSX
from tongket.site.people import listing
from tongket.site.people.errors import PeopleError
from tongket.site.people.guard import needs
from tongket.site.people.links import links_workbook, qr_code
from tongket.site.people.models import Body, Grant, Invitation, Token
from tongket.site.people.services import grants, invitations
from tongket.site.people.services.invitations import Invited
from tongket.site.people.services.tokens import end_tokens, living
from tongket.site.people.views.bodies import body_page, find_body, levels, roles
from tongket.site.people.views.forms import typed
from tongket.site.people.words import role_name

MOST_SHEETS = 300  # of one printed list


def find_grant(request: HttpRequest, pk: int) -> Grant:
    """The living grant of a route."""
    found = Grant.objects.filter(pk=pk, revoked=None).select_related("body", "user").first()
    if found is None:
        raise Http404
    found.over = None
    return found


def find_invitation(request: HttpRequest, pk: int) -> Invitation:
    """The invitation of a route."""
    found = Invitation.objects.filter(pk=pk).select_related("body").first()
    if found is None:
        raise Http404
    found.over = None
    return found


def find_key(request: HttpRequest, pk: int) -> Token:
    """The living key of a route."""
    found = living(Token.objects.filter(pk=pk)).select_related("body").first()
    if found is None:
        raise Http404
    found.over = None
    return found


@require_POST
@needs("people.manage", find_body)
def give(request: HttpRequest, body: Body) -> HttpResponse:
    """A role for a user who is there."""
    fields = typed(request, "username", "role", "post")
    try:
        grants.give(
            request.actor,
            fields["username"],
            body,
            fields["role"],
            subtree="subtree" in request.POST,
            post=fields["post"],
        )
    except PeopleError as refused:
        return body_page(request, body, error=refused, given=fields)
    return _back(request, body, say(N_("The right is given.")))


@require_POST
@needs("people.manage", find_grant)
def revoke(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Take a right back."""
    try:
        grants.revoke(request.actor, grant)
    except PeopleError as refused:
        return body_page(request, grant.body, error=refused)
    return _back(request, grant.body, say(N_("The right is taken back.")))


@require_POST
@needs("people.manage", find_grant)
def close(request: HttpRequest, grant: Grant) -> HttpResponse:
    """Close the account of a user of the body, or open it again."""
    try:
        if not grants.within(request.actor, grant.user):
            raise PeopleError(
                N_("{name} also has rights elsewhere."),
                N_("Ask the administrator of the body above."),
                name=grant.user.username,
            )
        grants.close_account(request.actor, grant.user, closed=grant.user.is_active)
    except PeopleError as refused:
        return body_page(request, grant.body, error=refused)
    done = N_("The account is closed.") if grant.user.is_active else N_("The account is open again.")
    return _back(request, grant.body, say(done))


@require_POST
@needs("people.manage", find_grant)
def new_password(request: HttpRequest, grant: Grant) -> HttpResponse:
    """A link by which the user sets a new password."""
    try:
        made = invitations.invite_back(request.actor, grant.user, grant.body)
    except PeopleError as refused:
        return body_page(request, grant.body, error=refused)
    return _shown(request, [made], grant.body)


@require_POST
@needs("people.manage", find_body)
def invite(request: HttpRequest, body: Body) -> HttpResponse:
    """A link for a new user of the body, shown once."""
    fields = typed(request, "role", "post")
    try:
        made = invitations.invite(
            request.actor, [body], fields["role"], subtree="subtree" in request.POST, post=fields["post"]
        )
    except PeopleError as refused:
        return body_page(request, body, error=refused, invited=fields)
    return _shown(request, made, body)


@require_POST
@needs("people.manage", find_invitation)
def cancel(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """Make a link worthless."""
    invitations.cancel(request.actor, invitation)
    return _back(request, invitation.body, say(N_("The link does not work any more.")))


@require_POST
@needs("people.manage", find_key)
def end_key(request: HttpRequest, key: Token) -> HttpResponse:
    """End a key for programs of somebody who acts for the body."""
    end_tokens(request.actor, Token.objects.filter(pk=key.pk))
    return _back(request, key.body, say(N_("The key is ended.")))


@needs("people.manage")
def invite_many(request: HttpRequest) -> HttpResponse:
    """Links for all bodies below that have no user yet: a workbook, or sheets to print."""
    fields, error = {"role": "clerk", "level": "", "as": "xlsx", **typed(request, "role", "level", "as")}, None
    found = listing.without_users(request.actor, fields["level"])
    if request.method == "POST":
        try:
            return _many(request, list(found), fields)
        except PeopleError as refused:
            error = refused
    page = {"typed": fields, "error": error, "count": found.count(), "roles": roles(), "levels": levels()}
    return render(request, "people/invite_many.html", page, status=422 if error else 200)


def _many(request: HttpRequest, bodies: list[Body], fields: dict[str, str]) -> HttpResponse:
    if not bodies:
        raise PeopleError(N_("Every body of this choice has a user or a link."), N_("Choose another level."))
    if fields["as"] == "print" and len(bodies) > MOST_SHEETS:
        raise PeopleError(
            N_("{count} sheets are too many for one print."),
            N_("Choose a level, or take the workbook."),
            count=len(bodies),
        )
    made = invitations.invite(request.actor, bodies, fields["role"])
    if fields["as"] == "print":
        return _shown(request, made, request.actor.body)
    rows = [(one.invitation.body, role_name(one.invitation.role), _link(request, one)) for one in made]
    answer = HttpResponse(links_workbook(rows), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="duong-dan-moi.xlsx"'
    answer["Cache-Control"] = "no-store"
    return answer


def _shown(request: HttpRequest, made: list[Invited], body: Body) -> HttpResponse:
    sheets = [
        {
            "invitation": one.invitation,
            "role": role_name(one.invitation.role) if one.invitation.role else "",
            "link": _link(request, one),
            "qr": mark_safe(qr_code(_link(request, one))),  # noqa: S308 - drawn by us
        }
        for one in made
    ]
    page = {"sheets": sheets, "body": body, "address": request.build_absolute_uri("/")}
    answer = render(request, "people/invited.html", page)
    answer["Cache-Control"] = "no-store"
    return answer


def _link(request: HttpRequest, one: Invited) -> str:
    return request.build_absolute_uri(reverse("people:join", args=[one.secret]))


def _back(request: HttpRequest, body: Body, done: str) -> HttpResponse:
    messages.success(request, done, extra_tags="sent")
    return HttpResponseRedirect(reverse("people:body", args=[body.pk]))
