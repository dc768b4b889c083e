"""What the addresses of rounds lead to, with the body that rights ask for; 404 for what is not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from tongket.site.interface.asked import whole
from tongket.site.people.models import Body
from tongket.site.rounds.models import ProgrammeDraft, Round, RoundFile, Submission, TrustedKey
from tongket.site.rounds.queries import rounds_seen


@dataclass(frozen=True, slots=True)
class SeenRound:
    """A round as one sees it who is asked in it, or who is above or at the body that asks."""

    round: Round
    body: Body

    @property
    def over(self) -> None:
        """A round goes to nobody: its submissions do."""


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file of a round that one sees."""

    file: RoundFile
    body: Body

    @property
    def over(self) -> None:
        """A file goes to nobody."""


def round_seen(request: HttpRequest, pk: int, **_: Any) -> SeenRound:
    """The round, for those who may know of it: their own body counts as its body where it was asked."""
    found = rounds_seen(request.actor).select_related("programme", "body", "parent").filter(pk=pk).first()
    if found is None:
        raise Http404
    return SeenRound(found, request.actor.body)


def round_of(request: HttpRequest, pk: int, **_: Any) -> Round:
    """The round, whose body must be the actor's for what changes it."""
    return get_object_or_404(Round.objects.select_related("programme", "body", "parent"), pk=pk)


def own_submission(request: HttpRequest) -> Submission | None:
    """The submission that a new round below feeds: of the actor's own body, named by ``?parent=``."""
    name = request.GET.get("parent") or request.POST.get("parent")
    if not name:
        return None
    rows = Submission.objects.select_related("round__programme", "round__body", "body")
    return get_object_or_404(rows, pk=whole(name), body=request.actor.body)


def file_of(request: HttpRequest, pk: int, file: int) -> SeenFile:
    """A file of the request, for those who may see its round."""
    seen = round_seen(request, pk)
    return SeenFile(get_object_or_404(RoundFile, pk=file, round=seen.round), seen.body)


def draft_of(request: HttpRequest, pk: int, **_: Any) -> ProgrammeDraft:
    """A drafted programme, of the actor's body."""
    return get_object_or_404(ProgrammeDraft.objects.select_related("body", "job", "letter", "forms"), pk=pk)


def key_of(request: HttpRequest, pk: int, **_: Any) -> TrustedKey:
    """A trusted key, of the actor's body."""
    return get_object_or_404(TrustedKey.objects.select_related("body"), pk=pk, removed=None)
