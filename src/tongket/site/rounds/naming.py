"""Bodies as people write them in a list: by code, name or short name, one a line."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from tongket.messages import N_
from tongket.site.people.models import Body
from tongket.site.rounds.errors import RoundError


def named_bodies(lines: Iterable[str], field_name: str) -> list[Body]:
    """The bodies that each line names by code or name: one statement.

    Raises:
        RoundError: a line names none, or several.
    """
    wanted = [line.strip() for line in lines if line.strip()]
    if not wanted:
        return []
    found = Body.objects.filter(_named(wanted))
    by_name: dict[str, list[Body]] = {}
    for body in found:
        for name in {body.code, body.name, body.short_name}:
            by_name.setdefault(name.casefold(), []).append(body)
    return [_one(by_name.get(line.casefold(), []), line, field_name) for line in wanted]


def _named(wanted: list[str]) -> Q:
    return Q(code__in=wanted) | Q(name__in=wanted) | Q(short_name__in=wanted)


def _one(found: list[Body], line: str, field_name: str) -> Body:
    if len(found) == 1:
        return found[0]
    raise RoundError(
        N_("“{line}” names several bodies.") if found else N_("No body is called “{line}”."),
        N_("Write its code or its whole name, as the list of bodies has it."),
        field=field_name,
        line=line[:120],
    )
