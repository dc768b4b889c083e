"""Making and changing bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, count

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from tongket.messages import N_
from tongket.model.bodies import BodyKind
from tongket.model.units import Unit
from tongket.registry.bodies import body_kinds
from tongket.site.interface.clock import today
from tongket.site.people.errors import PeopleError
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor
from tongket.site.people.units import registry
from tongket.site.records.services import record
from tongket.vietnamese.unicode import nfc, plain

_NOT_IN_CODES = re.compile(r"[^a-z0-9]+")
_PHONE = re.compile(r"[0-9+(). -]{6,40}")
OTHER = "khac"  # a kind of body that the table does not know


@dataclass(frozen=True, slots=True)
class BodyFields:
    """What a person says of a body. ``unit`` is an id of the registry, or words that name one unit."""

    kind: str
    unit: str
    name: str = ""  # "" = kind and unit
    short_name: str = ""
    email: str = ""
    phone: str = ""
    code: str = ""  # "" = made from kind and unit


def living_kinds() -> list[BodyKind]:
    """The kinds of bodies of today, those of units first."""
    day = today().isoformat()
    kinds = [kind for kind in body_kinds() if not kind.valid_to or kind.valid_to > day]
    return sorted(kinds, key=lambda kind: kind.levels == ("nation",))


def unit_of(words: str, field: str = "unit") -> Unit:
    """The one unit that is named by its id or words.

    Raises:
        PeopleError: none is, or several are.
    """
    text, day = nfc(words).strip()[:120], today()
    unit = registry().unit(text, day) if text else None
    if unit:
        return unit
    found = registry().find(text, day) if text else ()
    if len(found) == 1:
        return found[0]
    if found:
        raise PeopleError(
            N_("“{words}” may be {count} units."),
            N_("Choose one of the list, or add the province behind a comma."),
            field=field,
            words=text,
            count=len(found),
        )
    raise PeopleError(
        N_("No unit of today is called “{words}”."),
        N_("Write its kind and name, like 'xã Trung Sơn, tỉnh Phú Thọ', or its code."),
        field=field,
        words=text,
    )


def named_in_full(unit: Unit) -> str:
    """'xã Trung Sơn, tỉnh Phú Thọ'."""
    above = [one for one in registry().above(unit.id, today()) if one.kind != "nation"]
    return ", ".join(one.full_name for one in (unit, *above))


@transaction.atomic
def add_body(actor: Actor | None, fields: BodyFields, superior: Body | None) -> Body:
    """A new body below ``superior`` (None: at the top).

    Raises:
        PeopleError: a field is wrong, or the body is there already.
    """
    unit = unit_of(fields.unit)
    kind = next((kind for kind in body_kinds() if kind.code == fields.kind), None)
    if kind is None and fields.kind != OTHER:
        raise PeopleError(
            N_("There is no kind of body “{kind}”."), N_("Choose one of the list."), field="kind", kind=fields.kind
        )
    name = _name(fields.name, kind, unit)
    if Body.objects.filter(superior=superior, name=name).exists():
        raise PeopleError(
            N_("{name} is there already."),
            N_("Change its name, or use the one that is there."),
            field="name",
            name=name,
        )
    values = body_values(fields, kind, unit)
    body = Body.objects.create(
        **{**values, "code": fields.code or free_code(fields.kind, unit)}, superior=superior, path="/"
    )
    body.put_below(superior)
    body.save(update_fields=["path"])
    record(
        f"body:{body.pk}",
        "body-added",
        actor,
        {"code": body.code, "name": body.name, "superior": superior and superior.pk},
    )
    return body


@transaction.atomic
def change_body(actor: Actor, body: Body, fields: BodyFields) -> Body:
    """Change name, short name and contacts; the record keeps what was before.

    Raises:
        PeopleError: a field is wrong.
    """
    after = {
        "name": _text(fields.name, 200, "name") or body.name,
        "short_name": _text(fields.short_name, 80, "short_name"),
        "email": checked_email(fields.email),
        "phone": checked_phone(fields.phone),
    }
    before = {field: getattr(body, field) for field in after}
    changed = {field: [before[field], after[field]] for field in after if before[field] != after[field]}
    if changed:
        Body.objects.filter(pk=body.pk).update(**after)
        record(f"body:{body.pk}", "body-changed", actor, changed)
    return Body.objects.get(pk=body.pk)


def body_values(fields: BodyFields, kind: BodyKind | None, unit: Unit) -> dict[str, str]:
    """The columns of a body but for its place in the tree; ``code`` may be taken.

    Raises:
        PeopleError: a field is wrong.
    """
    name = _name(fields.name, kind, unit)
    return {
        "code": _code(fields.kind, unit),
        "name": name,
        "short_name": _short(fields.short_name, kind, unit, name),
        "kind": fields.kind,
        "unit": unit.id,
        "unit_name": unit.full_name,
        "level": unit.kind,
        "place": unit.name,
        "email": checked_email(fields.email),
        "phone": checked_phone(fields.phone),
    }


def _code(kind: str, unit: Unit) -> str:
    return f"{kind}-{_NOT_IN_CODES.sub('-', plain(unit.full_name)).strip('-')}"[:70]


def free_code(kind: str, unit: Unit) -> str:
    """'ubnd-xa-lung-ang', with a number where taken."""
    base = _code(kind, unit)
    taken = set(Body.objects.filter(code__startswith=base).values_list("code", flat=True))
    return next(code for code in chain((base,), (f"{base}-{n}" for n in count(2))) if code not in taken)


def checked_email(text: str) -> str:
    """The address. Raises PeopleError where it is none."""
    text = text.strip()
    if not text:
        return ""
    try:
        validate_email(text)
    except ValidationError as error:
        raise PeopleError(
            N_("“{text}” is not an e-mail address."),
            N_("Write it like vanphong@xa.gov.vn."),
            field="email",
            text=text[:80],
        ) from error
    return text


def checked_phone(text: str) -> str:
    """The number. Raises PeopleError where it is none."""
    text = text.strip()
    if text and not _PHONE.fullmatch(text):
        raise PeopleError(
            N_("“{text}” is not a telephone number."),
            N_("Write digits and spaces, like 0205 3812 345."),
            field="phone",
            text=text[:80],
        )
    return text


def _name(typed: str, kind: BodyKind | None, unit: Unit) -> str:
    name = _text(typed, 200, "name")
    if name:
        return name
    if kind is None:
        raise PeopleError(N_("The name of the body is missing."), N_("Write it in full."), field="name")
    return f"{kind.name} {unit.full_name}"


def _short(typed: str, kind: BodyKind | None, unit: Unit, name: str) -> str:
    short = _text(typed, 80, "short_name")
    if short or kind is None or name != f"{kind.name} {unit.full_name}" or not kind.abbreviations:
        return short
    return f"{kind.abbreviations[0]} {unit.full_name}"


def _text(typed: str, most: int, field: str) -> str:
    text = " ".join(nfc(typed).split())
    if len(text) > most:
        raise PeopleError(N_("This is longer than {most} characters."), N_("Shorten it."), field=field, most=most)
    return text
