"""The record (sổ nhật ký) as a page: what happened where, who did it in which post, and when."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from tongket.model.programmes import Programme
from tongket.site.documents.models import Document
from tongket.site.interface.asked import whole
from tongket.site.interface.days import typed_day
from tongket.site.people.guard import needs
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor, may, seen
from tongket.site.records.models import Content, Link
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.said_links import lines_of
from tongket.site.work.deeds import chains_named, deed_words, deeds

PAGE = 50
MOST = 100  # letters of a filter
SITE_WIDE = ("site", "calendar")  # chains that belong to the body at the top


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: a chain, a post, an action, days."""

    chain: str = ""
    post: str = ""
    action: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    before: int = 0  # links older than this one

    @property
    def keep(self) -> dict[str, str]:
        """The filters as they stand in an address."""
        days = {"since": self.since and self.since.isoformat(), "until": self.until and self.until.isoformat()}
        found = {"chain": self.chain, "post": self.post, "action": self.action, **days}
        return {name: value for name, value in found.items() if value}


def links_seen(actor: Actor) -> QuerySet[Link]:
    """The links of what belongs to the actor's body, and below it where the right says so."""
    submissions = Submission.objects.filter(seen(actor, "record.see") | seen(actor, "record.see", body="round__body"))
    found = Q(chain__in=_chains("submission", submissions))
    found |= Q(chain__in=_chains("round", Round.objects.filter(seen(actor, "record.see"))))
    found |= Q(chain__in=_chains("document", Document.objects.filter(seen(actor, "record.see"))))
    found |= Q(chain__in=_chains("body", Body.objects.filter(_bodies(actor))))
    if actor.body.superior_id is None:
        found |= Q(chain__in=SITE_WIDE)
    return Link.objects.filter(found)


def _bodies(actor: Actor) -> Q:
    if not may(actor, "record.see"):
        return Q(pk__in=())
    below = Q(path__startswith=actor.body.path) if actor.subtree_roles & {"inspector", "administrator"} else Q()
    return Q(pk=actor.body.pk) | below if below else Q(pk=actor.body.pk)


def _chains(kind: str, rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.order_by().annotate(named=Concat(Value(f"{kind}:"), Cast("pk", CharField()))).values("named")


def asked_of(request: HttpRequest) -> Asked:
    """The filters of a request; what is no day or number is left out."""
    given = {name: request.GET.get(name, "").strip()[:MOST] for name in ("chain", "post", "action")}
    days = {name: typed_day(request.GET.get(name, "")) for name in ("since", "until")}
    return Asked(**given, **days, before=whole(request.GET.get("before")))


def found(actor: Actor, asked: Asked) -> list[Link]:
    """At most one more than ``PAGE`` links, the newest first."""
    rows = links_seen(actor)
    if asked.chain:
        rows = rows.filter(chain=asked.chain)
    if asked.post:
        rows = rows.filter(post__icontains=asked.post)
    if asked.action:
        rows = rows.filter(action=asked.action)
    if asked.since:
        rows = rows.filter(moment__gte=_midnight(asked.since))
    if asked.until:
        rows = rows.filter(moment__lt=_midnight(asked.until + dt.timedelta(days=1)))
    if asked.before:
        rows = rows.filter(pk__lt=asked.before)
    return list(rows.order_by("-pk")[: PAGE + 1])


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


@require_GET
@needs("record.see")
def record(request: HttpRequest) -> HttpResponse:
    """The links, by chain, post, action and days."""
    asked = asked_of(request)
    rows = found(request.actor, asked)
    names = chains_named([one.chain for one in rows[:PAGE]] + [asked.chain] * bool(asked.chain))
    context = {
        "asked": asked,
        "links": [(one, names[one.chain], deed_words(one.action)) for one in rows[:PAGE]],
        "more": rows[PAGE - 1].pk if len(rows) > PAGE else 0,
        "deeds": deeds(),
        "chain": names.get(asked.chain, ""),
    }
    return render(request, "work/record.html", context)


@require_GET
@needs("record.see")
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """One link with its content; what a submission says is shown to those alone who may see submissions."""
    one = links_seen(request.actor).filter(pk=pk).first()
    if one is None:
        raise Http404
    private = one.chain.startswith("submission:") and not _may_read(request.actor, one.chain)
    content = None if private else Content.objects.filter(link=one).first()
    told = json.dumps(json.loads(content.data), ensure_ascii=False, indent=2) if content and content.data else ""
    lines = lines_of(json.loads(content.data), _programme_of(one.chain)) if told else []
    context = {"link": one, "content": content, "told": told, "lines": lines, "private": private}
    context |= {"chain": chains_named([one.chain])[one.chain], "deed": deed_words(one.action)}
    return render(request, "work/link.html", context)


def _programme_of(chain: str) -> Programme | None:
    """The programme that names the cells of a submission; None for other chains."""
    kind, _, number = chain.partition(":")
    rows = Submission.objects.select_related("round__programme")
    submission = rows.filter(pk=whole(number)).first() if kind == "submission" else None
    return programme_of(submission.round.programme) if submission else None


def _may_read(actor: Actor, chain: str) -> bool:
    """Whether the submission whose chain it is may be seen: the right to the record alone is none to what it says."""
    rows = Submission.objects.select_related("body", "reports_to")
    submission = rows.filter(pk=whole(chain.partition(":")[2])).first()
    return submission is not None and may(actor, "submission.see", submission)
