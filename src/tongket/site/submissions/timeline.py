"""One timeline for a submission: what happened to it, who did it in which post, and when; newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tongket.messages import N_, say
from tongket.site.records.models import Link
from tongket.site.rounds.models import Submission

WORDS = {
    "asked": N_("asked"),
    "upload": N_("file uploaded"),
    "read": N_("report read"),
    "refuse": N_("file refused"),
    "refuse-secret": N_("file with a secrecy mark refused and wiped"),
    "fill": N_("cells filled in"),
    "explain": N_("finding explained"),
    "comment": N_("comment"),
    "send": N_("sent"),
    "freeze": N_("held for review"),
    "unfreeze": N_("let go of"),
    "return": N_("returned"),
    "approve": N_("approved"),
    "lock": N_("locked"),
    "ask-reopen": N_("asked to reopen"),
    "reopen": N_("reopened"),
    "refuse-reopen": N_("reopening refused"),
    "sign": N_("signed copy added"),
    "narrative": N_("text written"),
    "detach": N_("attachment taken off"),
    "vouch": N_("attachment looked at by a person: no secrecy mark"),
    "receive-sealed": N_("received as a sealed file"),
    "history": N_("values of a past period taken in from a file"),
    "receive-mail": N_("received by e-mail"),
    "due-moved": N_("due date moved"),
    "reminded": N_("reminded"),
    "end-reopen": N_("reopening ended"),
    "purge": N_("content erased"),
}
LOOKS = {"send": "sent", "receive-sealed": "sent", "approve": "sent", "return": "back", "reopen": "back"}
MOST = 200


@dataclass(frozen=True, slots=True)
class Event:
    """A link of the chain as the timeline shows it; runs of filling in by one post are one event."""

    number: int
    moment: dt.datetime
    post: str
    action: str
    times: int = 1

    @property
    def words(self) -> str:
        """What happened, in the reader's language."""
        return say(WORDS[self.action]) if self.action in WORDS else self.action

    @property
    def look(self) -> str:
        """The class of its dot."""
        return LOOKS.get(self.action, "")


def events_of(submission: Submission) -> list[Event]:
    """The latest events, newest first."""
    links = Link.objects.filter(chain=f"submission:{submission.pk}").order_by("-number")[:MOST]
    found: list[Event] = []
    for link in links:
        last = found[-1] if found else None
        if last and link.action == last.action == "fill" and link.post == last.post:
            found[-1] = Event(last.number, last.moment, last.post, last.action, last.times + 1)
        else:
            found.append(Event(link.number, link.moment, link.post, link.action))
    return found
