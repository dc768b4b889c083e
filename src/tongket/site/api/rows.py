"""Rows of the API out of those of the database, each with what the actor may do with it now."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from tongket.site.documents.models import Document
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor, permitted
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.sheets import SheetCell
from tongket.site.submissions.models import Value
from tongket.site.submissions.services.filling import place_of_value, shown_value

State = Submission.State
# action: the states in which it is possible at all
POSSIBLE = {
    "submission.fill": (State.OPEN, State.RETURNED),
    "submission.send": (State.OPEN, State.RETURNED),
    "submission.return": (State.SENT,),
    "submission.approve": (State.SENT,),
}


def page_of(rows: QuerySet[Any], cursor: int, limit: int) -> tuple[list[Any], int | None]:
    """At most ``limit`` rows after the cursor, and the cursor of the next page; nothing is cut off silently."""
    found = list(rows.filter(pk__gt=cursor).order_by("pk")[: limit + 1])
    return found[:limit], (found[limit - 1].pk if len(found) > limit else None)


def _may(actor: Actor, thing: Any, *actions: str) -> dict[str, bool]:
    """Rights within the scope of the key."""
    held = permitted(actor, thing, actions)
    return {action: held[action] and (actor.scope == "write" or action.endswith(".see")) for action in actions}


def body_row(actor: Actor, one: Body) -> dict[str, Any]:
    """A body."""
    names = ("code", "name", "kind", "unit", "level")
    return {
        "id": one.pk,
        "superior": one.superior_id,
        "may": _may(actor, one, "people.manage"),
        **{name: getattr(one, name) for name in names},
    }


def round_row(actor: Actor, one: Round) -> dict[str, Any]:
    """A round."""
    names = ("name", "period_start", "period_end", "due", "state", "edition")
    return {
        "id": one.pk,
        "body": one.body.code,
        "programme": one.programme.code,
        "programme_version": one.programme.version,
        "request": one.request_symbol,
        "parent": one.parent_id,
        "may": _may(actor, one, "round.write", "round.remind"),
        **{name: getattr(one, name) for name in names},
    }


def submission_row(actor: Actor, one: Submission) -> dict[str, Any]:
    """A submission; what its state does not allow, nobody may."""
    names = ("due", "return_due", "state", "edition", "revision", "sent", "days_late", "filled", "asked", "errors")
    held = _may(actor, one, *POSSIBLE)
    running = one.round.state == Round.State.OPEN
    return {
        "id": one.pk,
        "round": one.round_id,
        "body": one.body.code,
        "reports_to": one.reports_to.code,
        "may": {action: held[action] and running and one.state in states for action, states in POSSIBLE.items()},
        **{name: getattr(one, name) for name in names},
    }


def value_row(one: Value, cell: SheetCell | None) -> dict[str, Any]:
    """A cell with its value."""
    names = ("indicator", "cell", "extent", "amount", "scale", "qualifier", "status", "origin", "confidence")
    more = ("explanation", "passage", "version")
    return {
        "place": str(place_of_value(one)),
        "text": shown_value(one, cell),
        **{name: getattr(one, name) for name in (*names, *more)},
    }


def document_row(actor: Actor, one: Document) -> dict[str, Any]:
    """A document."""
    names = ("type", "symbol", "date", "issuer", "subject", "confirmed", "edition")
    return {
        "id": one.pk,
        "may": _may(actor, one, "document.confirm"),
        **{name: getattr(one, name) for name in names},
    }


def one_of(rows: QuerySet[Any], pk: int) -> Any:
    """The row with that id among those that may be seen; 404 else."""
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
