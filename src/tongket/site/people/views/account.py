"""One's own account, and as whom one acts."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST

from tongket.site.people.guard import needs
from tongket.site.people.middleware import ACTING_AS


@needs("work.see")
def me(request: HttpRequest) -> HttpResponse:
    """My account: as which bodies and posts I act."""
    return render(request, "people/me.html", {"grants": request.grants})


@require_POST
@needs("work.see")
def act_as(request: HttpRequest, body: int) -> HttpResponse:
    """Act as another body at which the user holds a grant."""
    if body not in {grant.body_id for grant in request.grants}:
        raise Http404
    request.session[ACTING_AS] = body
    return HttpResponseRedirect("/")
