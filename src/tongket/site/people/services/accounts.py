"""Making users: names, passwords, and the first one of a site."""

from __future__ import annotations

import re
from itertools import chain, count

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from tongket.messages import N_
from tongket.site.people.errors import PeopleError
from tongket.site.people.models import Body, Grant, Role, User
from tongket.site.people.rights import Actor
from tongket.site.people.services.bodies import BodyFields, add_body
from tongket.site.records.services import record
from tongket.vietnamese.unicode import plain

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,79}")
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_PREFIXES = {
    Role.CLERK: "canbo",
    Role.RECORDS: "vanthu",
    Role.APPROVER: "lanhdao",
    Role.CONSOLIDATOR: "tonghop",
    Role.INSPECTOR: "thanhtra",
    Role.ADMINISTRATOR: "quantri",
}
_PASSWORD_FAULTS = {
    "password_too_short": N_("The password is shorter than 10 characters."),
    "password_too_common": N_("The password is one of the most common ones and is guessed at once."),
    "password_too_similar": N_("The password is too much like the user name."),
}


def proposed_username(role: str, body: Body) -> str:
    """A free user name from role and unit: 'canbo.lungang'."""
    place = _NOT_IN_NAMES.sub("", plain(_without_kind(body.unit_name or body.called)))[:40] or "coquan"
    base = f"{_PREFIXES[Role(role)]}.{place}"
    taken = set(User.objects.filter(username__startswith=base).values_list("username", flat=True))
    return next(name for name in chain((base,), (f"{base}{n}" for n in count(2))) if name not in taken)


def _without_kind(unit_name: str) -> str:
    from tongket.registry.units import PREFIXES

    for prefix in sorted(PREFIXES, key=len, reverse=True):
        if unit_name.lower().startswith(f"{prefix} "):
            return unit_name[len(prefix) + 1 :]
    return unit_name


def make_user(username: str, password: str, *, invited_by: User | None = None) -> User:
    """A new user; called inside the transaction of what gives them their first grant.

    Raises:
        PeopleError: the name is not one or is taken, the password too weak.
    """
    name = username.strip().lower()
    if not _NAME.fullmatch(name):
        raise PeopleError(
            N_("A user name has 3 to 80 letters without marks, digits, dots or dashes."),
            N_("Write it like canbo.lungang."),
            field="username",
        )
    if User.objects.filter(username=name).exists():
        raise PeopleError(
            N_("The user name {name} is taken."), N_("Choose another, or sign in with it."), field="username", name=name
        )
    user = User(username=name, invited_by=invited_by)
    check_password(password, user)
    user.set_password(password)
    user.save()
    return user


def check_password(password: str, user: User) -> None:
    """Raises PeopleError where the password is too weak."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        code = error.error_list[0].code or ""
        raise PeopleError(
            _PASSWORD_FAULTS.get(code, N_("The password is too weak.")),
            N_("Take a whole sentence that you remember, of 10 characters or more."),
            field="password",
        ) from error


@transaction.atomic
def begin(username: str, password: str, fields: BodyFields, *, works: bool) -> Actor:
    """The first administrator of a site with the body at its top; ``works``: they also run rounds there.

    Raises:
        PeopleError: there is a user already, or a field is wrong.
    """
    if User.objects.exists():
        raise PeopleError(N_("This site has its first user already."), N_("Sign in."))
    body = add_body(None, fields, None)
    user = make_user(username, password)
    roles = [Role.ADMINISTRATOR, *([Role.CONSOLIDATOR] if works else [])]
    grants = tuple(Grant.objects.create(user=user, body=body, role=role, subtree=True) for role in roles)
    actor = Actor(user, body, grants)
    record(f"body:{body.pk}", "site-begun", actor, {"user": user.pk, "roles": [str(role) for role in roles]})
    return actor
