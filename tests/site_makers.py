"""Makers of bodies and users for the tests of the site."""

from __future__ import annotations

import datetime as dt

from tongket.site.people.models import Body, Grant, Role, User

PASSWORD = "mot-mat-khau-dai"
TODAY = dt.date(2026, 11, 18)


def make_body(code: str, name: str, superior: Body | None = None, level: str = "commune", unit: str = "") -> Body:
    """A body with its path."""
    body = Body.objects.create(
        code=code, name=name, kind="ubnd", unit=unit or code, unit_name=name, level=level, superior=superior, path="/"
    )
    body.put_below(superior)
    body.save()
    return body


def make_user(name: str, body: Body, *roles: Role, subtree: bool = False) -> User:
    """A user with grants at one body; the password is ``PASSWORD``."""
    user = User(username=name)
    user.set_password(PASSWORD)
    user.save()
    for role in roles:
        Grant.objects.create(user=user, body=body, role=role, subtree=subtree)
    return user
