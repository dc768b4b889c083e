"""Bodies and users from one sheet: what would change is shown before it does, and one bad row sinks no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from tongket.messages import LANGUAGES, N_, say
from tongket.model.bodies import BodyKind
from tongket.registry.bodies import body_kind, body_kinds
from tongket.site.jobs.work import Progress
from tongket.site.people.errors import PeopleError
from tongket.site.people.listing import managed
from tongket.site.people.models import Body, Role
from tongket.site.people.rights import Actor
from tongket.site.people.services import invitations
from tongket.site.people.services.bodies import BodyFields, body_values, unit_of
from tongket.site.people.sheet import SheetRow
from tongket.site.people.words import ROLE_NAMES
from tongket.site.records.services import record
from tongket.vietnamese.unicode import plain

STEP = 200  # rows between two words on how far a plan is
CONTACTS = ("short_name", "email", "phone")


@dataclass(slots=True)
class Planned:
    """What becomes of one row. ``body`` is the one that is there, None for a new one; ``changes`` are its fields."""

    row: SheetRow
    name: str
    body: Body | None
    values: dict[str, str]
    above: Planned | Body
    changes: dict[str, str] = field(default_factory=dict)
    roles: list[tuple[str, str]] = field(default_factory=list)  # role, post: a link each


@dataclass(slots=True)
class Plan:
    """What an import would do; rows of a body that is named twice belong to the first."""

    planned: list[Planned] = field(default_factory=list)
    refused: list[tuple[SheetRow, PeopleError]] = field(default_factory=list)

    @property
    def new(self) -> list[Planned]:
        """The bodies that would be made, those above before those below."""
        return [one for one in self.planned if one.body is None]

    @property
    def changed(self) -> list[Planned]:
        """The bodies whose contacts would change."""
        return [one for one in self.planned if one.changes]

    @property
    def links(self) -> int:
        """How many invitations would be made."""
        return sum(len(one.roles) for one in self.planned)


def plan(actor: Actor, rows: Sequence[SheetRow], progress: Progress | None = None) -> Plan:
    """What the rows would do for ``actor``; a row may stand below another, wherever that stands in the sheet."""
    made, known = Plan(), _Known(actor)
    valued: dict[int, dict[str, str]] = {}
    waiting: list[SheetRow] = []
    for count, row in enumerate(rows):
        if progress and count % STEP == 0:
            progress(count, len(rows))
        try:
            valued[row.number] = _values(row)
            waiting.append(row)
        except PeopleError as error:
            made.refused.append((row, error))
    while waiting:
        later = _pass(waiting, valued, made, known)
        if len(later) == len(waiting):
            made.refused += [(row, _no_body(row.cells["above"])) for row in later]
            break
        waiting = later
    made.refused.sort(key=lambda one: one[0].number)
    return made


def _pass(waiting: list[SheetRow], valued: dict[int, dict[str, str]], made: Plan, known: _Known) -> list[SheetRow]:
    """Plan the rows whose body above is known; the others."""
    later = []
    names = {plain(valued[row.number][name]) for row in waiting for name in ("name", "short_name")}
    for row in waiting:
        try:
            above = known.above(row, names)
            if above is None:
                later.append(row)
            else:
                known.add(made, _planned(row, valued[row.number], above, known))
        except PeopleError as error:
            made.refused.append((row, error))
    return later


class _Known:
    """The bodies that a row may name: those that the actor administers, and those of rows before."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        self.bodies = list(managed(actor).select_related("superior"))
        self._named: dict[str, list[Planned | Body]] = {}
        for body in self.bodies:
            for name in {plain(body.name), plain(body.short_name), body.code} - {""}:
                self._named.setdefault(name, []).append(body)
        self._below = {(body.superior_id, plain(body.name)): body for body in self.bodies}
        self._rows: dict[tuple[int, str], Planned] = {}

    def above(self, row: SheetRow, waiting: set[str]) -> Planned | Body | None:
        """The body above; None where it may be one of a row that is not yet read."""
        name = row.cells["above"]
        if not name:
            return self.actor.body
        found = self._named.get(plain(name), [])
        if len(found) > 1:
            raise PeopleError(
                N_("Several bodies are called “{name}”."), N_("Write the code of the one that is meant."), name=name
            )
        if not found and plain(name) not in waiting:
            raise _no_body(name)
        return found[0] if found else None

    def there(self, above: Planned | Body, name: str) -> Body | Planned | None:
        """The body of that name below ``above``."""
        row = self._rows.get((id(above), plain(name)))
        if row is not None or not isinstance(above, Body):
            return row
        return self._below.get((above.pk, plain(name)))

    def add(self, made: Plan, one: Planned) -> None:
        """Keep a planned row; more rows of one body add their roles to the first."""
        first = self._rows.get((id(one.above), plain(one.name)))
        if first is not None:
            first.roles += one.roles
            return
        made.planned.append(one)
        self._rows[id(one.above), plain(one.name)] = one
        if one.body is None:
            for name in {plain(one.name), plain(one.values["short_name"])} - {""}:
                self._named.setdefault(name, []).append(one)


def _no_body(name: str) -> PeopleError:
    return PeopleError(
        N_("There is no body “{name}” here or in the sheet."),
        N_("Write its name or code as it stands on the site."),
        name=name,
    )


def _planned(row: SheetRow, values: dict[str, str], above: Planned | Body, known: _Known) -> Planned:
    cells = row.cells
    there = known.there(above, values["name"])
    body = there if isinstance(there, Body) else None
    changes = {name: values[name] for name in CONTACTS if body and cells[name] and getattr(body, name) != values[name]}
    return Planned(row, values["name"], body, values, above, changes, _roles(cells["role"], cells["post"]))


def _values(row: SheetRow) -> dict[str, str]:
    cells = row.cells
    unit, kind = unit_of(cells["unit"]), _kind(cells["kind"])
    return body_values(BodyFields(kind.code, unit.id, *(cells[name] for name in ("name", *CONTACTS))), kind, unit)


def _kind(typed: str) -> BodyKind:
    by_code = {kind.code: kind for kind in body_kinds()}
    kind = by_code.get(typed.lower()) or (body_kind(typed) if typed else None)
    if kind is None:
        raise PeopleError(
            N_("There is no kind of body “{kind}”."), N_("Choose one of the list."), field="kind", kind=typed
        )
    return kind


def _roles(typed: str, post: str) -> list[tuple[str, str]]:
    known = {plain(say(name, lang)): role for role, name in ROLE_NAMES.items() for lang in LANGUAGES}
    found = []
    for word in (part.strip() for part in typed.replace(",", ";").split(";")):
        if word:
            role = known.get(plain(word), word.lower())
            if role not in Role.values:
                raise PeopleError(N_("There is no role “{role}”."), N_("Choose one of the list."), role=word)
            found.append((role, post[:120]))
    return found


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    new: int
    changed: int
    links: list[invitations.Invited]


@transaction.atomic
def carry_out(actor: Actor, planned: Plan) -> Imported:
    """Do what was planned, all or nothing; refused rows are left out."""
    bodies = {id(one): one.body for one in planned.planned}
    links = [made for some in in_order(planned) for made in carry_out_some(actor, some, bodies)]
    return Imported(len(planned.new), len(planned.changed), links)


def in_order(planned: Plan) -> list[list[Planned]]:
    """What was planned, in groups that may be done one after the other: what is there, then level by level."""
    return [group for group in ([one for one in planned.planned if one.body], *_levels(planned.new)) if group]


@transaction.atomic
def carry_out_some(actor: Actor, some: Sequence[Planned], bodies: dict[int, Body | None]) -> list[invitations.Invited]:
    """Do a part of one group; ``bodies`` has the body of each planned one, and is given those that are made."""
    new, changed = [one for one in some if one.body is None], [one for one in some if one.changes]
    if new:
        _make(new, bodies)
    for one in changed:
        Body.objects.filter(pk=one.body.pk).update(**one.changes)
    what = {
        "new": [bodies[id(one)].pk for one in new],
        "changed": [[one.body.pk, one.changes] for one in changed],
    }
    if new or changed:
        record(f"body:{actor.body.pk}", "bodies-imported", actor, what)
    return _invite(actor, some, bodies)


def _invite(actor: Actor, some: Sequence[Planned], bodies: dict[int, Body | None]) -> list[invitations.Invited]:
    asked: dict[tuple[str, str], list[Body]] = {}
    for one in some:
        for role, post in one.roles:
            asked.setdefault((role, post), []).append(bodies[id(one)])
    groups = asked.items()
    return [made for (role, post), them in groups for made in invitations.invite(actor, them, role, post=post)]


def _levels(new: Sequence[Planned]) -> list[list[Planned]]:
    """The new bodies, those whose body above is there first."""
    depth: dict[int, int] = {}
    for one in new:
        depth[id(one)] = depth.get(id(one.above), 0) + 1
    return [[one for one in new if depth[id(one)] == level] for level in sorted(set(depth.values()))]


def _make(level: Sequence[Planned], bodies: dict[int, Body | None]) -> None:
    above = {id(one): one.above if isinstance(one.above, Body) else bodies[id(one.above)] for one in level}
    taken = set(Body.objects.values_list("code", flat=True))
    new = []
    for one in level:
        code, number = one.values["code"], 2
        while code in taken:
            code, number = f"{one.values['code']}-{number}", number + 1
        taken.add(code)
        new.append(Body(**{**one.values, "code": code}, superior=above[id(one)], path="/"))
    for one, body in zip(level, Body.objects.bulk_create(new, batch_size=500), strict=True):
        body.put_below(above[id(one)])
        bodies[id(one)] = body
    Body.objects.bulk_update(new, ["path"], batch_size=500)
