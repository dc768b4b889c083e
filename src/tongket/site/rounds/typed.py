"""What was typed into the form of a round, as the round that is wanted; each refusal names its field."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.http import QueryDict

from tongket.messages import N_
from tongket.programmes.load import PACKS
from tongket.site.interface.asked import whole
from tongket.site.interface.days import short_day, typed_day
from tongket.site.people.models import Body
from tongket.site.rounds.automatic import automatic_of, read_automatic
from tongket.site.rounds.errors import RoundError
from tongket.site.rounds.models import ProgrammeVersion, Round, Submission
from tongket.site.rounds.naming import named_bodies
from tongket.site.rounds.plan import ASKER, SUPERIOR, Exceptional, Plan, plan_of
from tongket.site.rounds.programmes import keep_programme
from tongket.site.rounds.services import Wanted

MOST_TEXT = 400_000  # letters of a list: some thousands of names
_CUT = re.compile(r"\t|;")


def wanted_of(typed: QueryDict, parent: Submission | None, files: tuple[int, ...] = ()) -> Wanted:
    """The round that the form describes.

    Raises:
        RoundError: a field cannot be read; ``field`` names it.
    """
    return Wanted(
        name=typed.get("name", ""),
        programme=_programme(typed.get("programme", ""), parent),
        period_start=day_of(typed, "period_start"),
        period_end=day_of(typed, "period_end"),
        plan=_plan(typed),
        request_symbol=typed.get("request_symbol", "")[:80],
        request_date=day_of(typed, "request_date") if typed.get("request_date", "").strip() else None,
        signed=_choice(typed.get("signed", ""), Round.Signed.values, Round.Signed.OPTIONAL),
        note=typed.get("note", "")[:4000],
        parent=parent,
        files=files,
        reminding=read_automatic(typed).as_json(),
    )


def typed_of(asked: Round) -> dict[str, Any]:
    """The form as it was filled in for ``asked``."""
    plan = plan_of(asked.plan)
    ids = {*plan.bodies, *plan.without, *plan.exceptions, *(one.to for one in plan.exceptions.values())}
    names = dict(Body.objects.filter(pk__in=ids).values_list("pk", "name"))
    return {
        "name": asked.name,
        "programme": f"version:{asked.programme_id}",
        "period_start": asked.period_start.isoformat(),
        "period_end": asked.period_end.isoformat(),
        "request_symbol": asked.request_symbol,
        "request_date": asked.request_date.isoformat() if asked.request_date else "",
        "signed": asked.signed,
        "note": asked.note,
        "groups": list(plan.groups),
        "ladder": plan.ladder,
        "dues": {level or "other": day.isoformat() for level, day in plan.dues.items()},
        "bodies": "\n".join(names[pk] for pk in plan.bodies if pk in names),
        "without": "\n".join(names[pk] for pk in plan.without if pk in names),
        "exceptions": "\n".join(_line(names, pk, one) for pk, one in plan.exceptions.items() if pk in names),
        **typed_reminding(asked),
    }


def typed_reminding(asked: Round) -> dict[str, str]:
    """The fields of its automatic reminders as they were filled in."""
    setting = automatic_of(asked.reminding)
    days = {"remind_before": setting.before, "remind_after": setting.after}
    return {name: ", ".join(map(str, found)) for name, found in days.items()} | {"remind_way": setting.way}


def typed_again(typed: QueryDict) -> dict[str, Any]:
    """The form as it was typed, to be shown again beside the refusal."""
    kept: dict[str, Any] = {name: typed.get(name, "") for name in typed}
    kept["groups"] = typed.getlist("groups")
    kept["dues"] = {name[4:]: typed[name] for name in typed if name.startswith("due-")}
    return kept


def day_of(typed: Mapping[str, str], field: str) -> dt.date:
    """The day typed into ``field``.

    Raises:
        RoundError: it is no day.
    """
    return read_day(str(typed.get(field, "")), field)


def read_day(text: str, field: str) -> dt.date:
    """The day that ``text`` says: 2026-09-30 or 30/9/2026.

    Raises:
        RoundError: it says none.
    """
    day = typed_day(text)
    if not text.strip():
        raise RoundError(N_("A day is missing here."), N_("Write it like 30/9/2026."), field=field)
    if day is None:
        raise RoundError(
            N_("“{text}” is not a day."), N_("Write it like 30/9/2026."), field=field, text=text.strip()[:40]
        )
    return day


def _programme(code: str, parent: Submission | None) -> ProgrammeVersion:
    if parent:
        return parent.round.programme
    kind, _, name = code.partition(":")
    if kind == "pack" and (PACKS / name / "programme.yaml").is_file() and "/" not in name:
        return keep_programme(name)
    found = ProgrammeVersion.objects.filter(pk=whole(name)).first() if kind == "version" else None
    if found is None:
        raise RoundError(N_("No programme is chosen."), N_("Choose one of the list, or upload one."), field="programme")
    return found


def _plan(typed: QueryDict) -> Plan:
    bodies = named_bodies(_lines(typed, "bodies"), "bodies")
    without = named_bodies(_lines(typed, "without"), "without")
    return Plan(
        groups=tuple(dict.fromkeys(typed.getlist("groups")))[:100],
        bodies=tuple(one.pk for one in bodies),
        without=tuple(one.pk for one in without),
        ladder=_choice(typed.get("ladder", ""), (SUPERIOR, ASKER), SUPERIOR),
        dues=dict(_dues(typed)),
        exceptions=_exceptions(typed),
    )


def _dues(typed: QueryDict) -> Iterator[tuple[str, dt.date]]:
    """The due dates of the levels that are asked; that of the other bodies where some are named."""
    asked = {group.partition("/")[0] for group in typed.getlist("groups")}
    if typed.get("bodies", "").strip():
        asked.add("other")
    for level in sorted(asked):
        field = f"due-{level}"
        text = typed.get(field, "")
        if level == "other" and not text.strip() and len(asked) > 1:
            continue
        yield ("" if level == "other" else level), read_day(text, field)


def _exceptions(typed: QueryDict) -> dict[int, Exceptional]:
    """Lines of 'body; to whom; by when': the last two may be empty. Lines copied out of a sheet have tabs."""
    rows = [[part.strip() for part in _CUT.split(line)] + ["", ""] for line in _lines(typed, "exceptions")]
    bodies = named_bodies([row[0] for row in rows], "exceptions")
    others = named_bodies([row[1] for row in rows if row[1]], "exceptions")
    to = iter(others)
    return {
        body.pk: Exceptional(next(to).pk if row[1] else 0, read_day(row[2], "exceptions") if row[2] else None)
        for body, row in zip(bodies, rows, strict=True)
    }


def _lines(typed: QueryDict, field: str) -> list[str]:
    return [line for line in typed.get(field, "")[:MOST_TEXT].splitlines() if line.strip()]


def _choice(value: str, choices: Any, default: str) -> str:
    return value if value in choices else default


def _line(names: Mapping[int, str], body: int, one: Exceptional) -> str:
    return "; ".join((names[body], names.get(one.to, ""), short_day(one.due))).rstrip("; ")
