"""The first run of a site: its first administrator and the body at its top."""

from __future__ import annotations

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from tongket.messages import N_
from tongket.site.begin import begin_code, is_begin_code
from tongket.site.interface.public import public
from tongket.site.people.errors import PeopleError
from tongket.site.people.models import User
from tongket.site.people.services import accounts
from tongket.site.people.services.bodies import BodyFields, living_kinds, named_in_full
from tongket.site.people.units import units_like
from tongket.site.people.views.forms import typed

MOST_UNITS = 12  # shown for a choice
PASSWORD_BACKEND = "django.contrib.auth.backends.ModelBackend"  # noqa: S105 - a class, not a password


@public("there is nobody yet who could sign in; a code of the terminal guards it, and it ends with the first user")
def begin(request: HttpRequest) -> HttpResponse:
    """Ask for the first administrator and the first body."""
    if User.objects.exists():
        return HttpResponseRedirect(reverse("account_login"))
    fields = typed(request, "code", "username", "kind", "unit", "name", "works")
    fields.setdefault("kind", "ubnd")
    error = None
    if request.method == "POST":
        try:
            return _begun(request, fields)
        except PeopleError as refused:
            error = refused
    page = {"typed": fields, "error": error, "kinds": living_kinds()}
    return render(request, "people/begin.html", page, status=422 if error else 200)


def _begun(request: HttpRequest, fields: dict[str, str]) -> HttpResponse:
    if not is_begin_code(fields["code"]):
        raise PeopleError(
            N_("This is not the code of this site."),
            N_("It stands in the window in which 'tongket serve' was started; each start makes a new one."),
            field="code",
        )
    actor = accounts.begin(
        fields["username"],
        request.POST.get("password", ""),
        BodyFields(kind=fields["kind"], unit=fields["unit"], name=fields["name"]),
        works="works" in request.POST,
    )
    begin_code()  # there is a user now: removes it
    login(request, actor.user, backend=PASSWORD_BACKEND)
    return HttpResponseRedirect("/")


@public("the first run and the pages of bodies choose a unit by it; units are public knowledge")
def units(request: HttpRequest) -> HttpResponse:
    """The units that the typed words may name, to choose one from."""
    words = request.GET.get("unit", "")
    found = [(unit.id, named_in_full(unit)) for unit in units_like(words, MOST_UNITS)]
    return render(request, "people/units.html", {"found": found, "words": words.strip()})
