"""One's own account: as whom one acts, where one is signed in, what one has lent, keys for the API."""

from __future__ import annotations

import datetime as dt
from typing import Any

from allauth.account.views import PasswordChangeView
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tongket.messages import N_, say
from tongket.site.interface.asked import whole
from tongket.site.interface.clock import today
from tongket.site.interface.days import typed_day
from tongket.site.people import seen
from tongket.site.people.errors import PeopleError
from tongket.site.people.guard import needs
from tongket.site.people.middleware import ACTING_AS
from tongket.site.people.models import Grant, Token, User
from tongket.site.people.services import grants as grants_services
from tongket.site.people.services import tokens as tokens_services
from tongket.site.people.views.forms import typed

THEMES = ("", "light", "dark")
# Several browsers name others too: the first mark that is found tells.
_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("coc_coc", "Cốc Cốc"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
)
_BROWSERS += (("Safari/", "Safari"),)
_SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@needs("work.see")
def me(request: HttpRequest) -> HttpResponse:
    """My account: as which bodies and posts I act."""
    return render(request, "people/me.html", {"grants": request.grants})


@require_POST
@needs("work.see")
def settings(request: HttpRequest) -> HttpResponse:
    """How the site looks and speaks to me."""
    theme = request.POST.get("theme", "")
    User.objects.filter(pk=request.user.pk).update(
        theme=theme if theme in THEMES else "",
        single_keys="single_keys" in request.POST,
        mail_digest="mail_digest" in request.POST,
        full_name=" ".join(request.POST.get("full_name", "").split())[:120],
    )
    messages.success(request, say(N_("Saved.")), extra_tags="sent")
    return HttpResponseRedirect(reverse("people:me"))


@require_POST
@needs("work.see")
def act_as(request: HttpRequest, body: int) -> HttpResponse:
    """Act as another body at which the user holds a grant."""
    if body not in {grant.body_id for grant in request.grants}:
        raise Http404
    request.session[ACTING_AS] = body
    return HttpResponseRedirect("/")


@needs("work.see")
def sessions(request: HttpRequest) -> HttpResponse:
    """Where I am signed in; each can be ended."""
    seen.write()
    if request.method == "POST":
        return _end_sessions(request)
    found = sorted(UserSession.objects.purge_and_list(request.user), key=lambda one: one.last_seen_at, reverse=True)
    for one in found:
        one.browser = browser_of(one.user_agent)
    page = {"sessions": found, "keys": tokens_services.living(request.user.tokens).exists()}
    return render(request, "people/sessions.html", page)


class ChangePassword(PasswordChangeView):
    """Change the password; all other browsers are signed out by it, and by one choice the keys for programs end too."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With whether there are keys to choose for."""
        keys = tokens_services.living(self.request.user.tokens).exists()
        return super().get_context_data(**kwargs) | {"keys": keys}

    def form_valid(self, form: Any) -> HttpResponse:
        """The password is right, and is changed."""
        answer = super().form_valid(form)
        if "keys" in self.request.POST:
            tokens_services.end_tokens(self.request.actor, self.request.user.tokens.all(), "password-changed")
        return answer


def browser_of(agent: str) -> str:
    """'Chrome, Windows' out of what a browser says of itself; its own words where they tell neither."""
    parts = [next((name for mark, name in marks if mark in agent), "") for marks in (_BROWSERS, _SYSTEMS)]
    return ", ".join(part for part in parts if part) or agent[:60]


def _end_sessions(request: HttpRequest) -> HttpResponse:
    """End one, or with 'others' all but this, and by one choice the keys for programs too."""
    which = request.POST.get("session", "")
    mine = UserSession.objects.filter(user=request.user)
    chosen = mine.exclude(session_key=request.session.session_key)
    if which != "others":
        chosen = chosen.filter(pk=whole(which))
    for one in chosen:
        one.end()
    if which == "others" and "keys" in request.POST:
        tokens_services.end_tokens(request.actor, request.user.tokens.all(), "sessions-ended")
    return HttpResponseRedirect(reverse("people:sessions"))


@needs("work.see")
def lending(request: HttpRequest) -> HttpResponse:
    """Lend a right of one's own to a colleague while on leave."""
    fields = {"starts": today().isoformat(), "ends": "", **typed(request, "grant", "to", "starts", "ends")}
    error = None
    if request.method == "POST":
        try:
            _lend(request, fields)
        except PeopleError as refused:
            error = refused
        else:
            messages.success(request, say(N_("The right is lent.")), extra_tags="sent")
            return HttpResponseRedirect(reverse("people:lending"))
    page = {
        "own": [
            grant for grant in request.grants if grant.lent_by_id is None and grant.body_id == request.actor.body.pk
        ],
        "colleagues": [one for one in grants_services.colleagues(request.actor.body) if one.pk != request.user.pk],
        "lent": Grant.objects.filter(lent_by__user=request.user, revoked=None, ends__gte=today()).select_related(
            "user", "body"
        ),
        "typed": fields,
        "error": error,
    }
    return render(request, "people/lending.html", page, status=422 if error else 200)


def _lend(request: HttpRequest, fields: dict[str, str]) -> None:
    grant = next((one for one in request.grants if str(one.pk) == fields.get("grant")), None)
    to = User.objects.filter(username=fields.get("to", "")).first()
    if grant is None or to is None:
        raise PeopleError(N_("A right and a colleague are needed."), N_("Choose one of the list."), field="to")
    grants_services.lend(request.actor, grant, to, _day(fields["starts"], "starts"), _day(fields["ends"], "ends"))


def _day(text: str, field: str) -> dt.date:
    day = typed_day(text)
    if day is None:
        raise PeopleError(
            N_("“{text}” is not a day."), N_("Write it like 30/9/2026."), field=field, text=text.strip()[:40]
        )
    return day


@require_POST
@needs("work.see")
def end_loan(request: HttpRequest, pk: int) -> HttpResponse:
    """End a loan before its last day."""
    loan = Grant.objects.filter(pk=pk, lent_by__user=request.user).select_related("body").first()
    if loan is None:
        raise Http404
    grants_services.end_loan(request.actor, loan)
    return HttpResponseRedirect(reverse("people:lending"))


@needs("work.see")
def tokens(request: HttpRequest) -> HttpResponse:
    """Keys for programs that use the API in my name; a new one is shown once."""
    fields = {"name": "", "scope": "read", "days": "90", **typed(request, "name", "scope", "days")}
    error, secret = None, ""
    if request.method == "POST":
        days = min(whole(fields["days"]), 9999)
        try:
            _token, secret = tokens_services.make_token(request.actor, fields["name"], fields["scope"], days)
        except PeopleError as refused:
            error = refused
    living = tokens_services.living(request.user.tokens).select_related("body").order_by("-created")
    for one in living:
        one.rests = all(grant.body_id != one.body_id for grant in request.grants)
    page = {"tokens": living, "typed": fields, "error": error, "secret": secret}
    answer = render(request, "people/tokens.html", page, status=422 if error else 200)
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
@needs("work.see")
def end_token(request: HttpRequest, pk: int) -> HttpResponse:
    """End a key of one's own."""
    token = Token.objects.filter(pk=pk, user=request.user).first()
    if token is None:
        raise Http404
    tokens_services.end_tokens(request.actor, Token.objects.filter(pk=token.pk))
    return HttpResponseRedirect(reverse("people:tokens"))
