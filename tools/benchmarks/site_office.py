"""A made office for the load: provinces with their communes, a round in each, everybody signed in; all in bulk.

    python -m benchmarks.site_office NUMBER_OF_COMMUNES OUT.json        (TONGKET_DATA, DATABASE_URL)

``OUT.json`` says who may send what: sessions, submissions, and the readers of the provinces.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tongket.site.people.models import Body, User
    from tongket.site.rounds.models import ProgrammeVersion, Round, Submission

VALUES = 200  # that a body sends
PASSWORD = "mot-mat-khau-de-do-tai"  # noqa: S105 - of made users, on 127.0.0.1
FORMS = 5
NATION = "vn"
CODES = tuple(f"{chr(65 + number // 40)}A-{number % 40 + 1:02}" for number in range(VALUES))
HEAD = """\
code: tai
version: 1
title: Báo cáo để đo tải
regime: state
directive: {type: Chỉ thị, symbol: 01-CT/TW, date: 2025-07-01, issuer: Ban Bí thư, subject: đo tải}
review: sơ kết
years: 1
period_start: 2026-01-01
expected:
  - {kind: ubnd, level: commune}
"""


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
    django.setup()
    from django.db import transaction

    with transaction.atomic():
        made = make_office(int(sys.argv[1]))
    Path(sys.argv[2]).write_text(json.dumps(made), encoding="utf-8")


def make_office(communes: int) -> dict[str, Any]:
    """Make it; what the generator has to know."""
    from tongket.site.rounds.programmes import keep_programme

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_programme(folder)
        programme = keep_programme(folder)
    provinces, below = make_bodies(communes)
    clerks = make_users([body for bodies in below for body in bodies], "clerk")
    desks = make_users(provinces, "consolidator")
    rounds = [make_round(programme, province) for province in provinces]
    asked = ask(rounds, below)
    sessions = make_sessions([*clerks, *desks])
    bodies = [
        {"session": sessions[clerk.pk], "user": clerk.username, "submission": one.pk, "round": one.round_id}
        for clerk, one in zip(clerks, asked, strict=True)
    ]
    chiefs = [
        {"session": sessions[desk.pk], "round": one.pk, "body": province.pk}
        for desk, one, province in zip(desks, rounds, provinces, strict=True)
    ]
    return {"bodies": bodies, "provinces": chiefs, "codes": CODES}


def write_programme(folder: Path) -> None:
    """A programme of ``VALUES`` indicators in ``FORMS`` tables."""
    lines, forms, each = ["indicators:"], ["forms:"], VALUES // FORMS
    for number, code in enumerate(CODES):
        lines.append(f"  - {{code: {code}, name: Chỉ tiêu thứ {number + 1} của báo cáo để đo tải, unit: người}}")
        if number % each == 0:
            forms.append(f"  - code: PL{number // each + 1}\n    title: Biểu số {number // each + 1}\n    columns:")
            forms += [
                f"      - {column}"
                for column in ("{title: STT, role: ordinal}", "{title: Nội dung, role: label}", "{title: Số lượng}")
            ]
            forms.append("    rows:")
        label = f"Chỉ tiêu thứ {number + 1} của báo cáo để đo tải"
        forms.append(f'      - {{number: "{number % each + 1}", label: {label}, depth: 1, indicators: {code}}}')
    outline = "outline:\n  - {code: A, title: KẾT QUẢ}\n"
    texts = {"programme": HEAD, "indicators": "\n".join(lines), "forms": "\n".join(forms), "outline": outline}
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(f"{text}\n", encoding="utf-8")


def make_bodies(communes: int) -> tuple[list[Body], list[list[Body]]]:
    """The provinces that are needed to have so many communes, and the communes of each."""
    from tongket.site.interface.clock import today
    from tongket.site.people.units import registry

    provinces: list[Body] = []
    below: list[list[Body]] = []
    for province in registry().children(NATION, today()):
        if communes <= 0:
            break
        units = [one for one in registry().children(province.id, today()) if one.kind == "commune"][:communes]
        top = _body(province, None)
        provinces += with_paths([top])
        below.append(with_paths([_body(unit, top) for unit in units]))
        communes -= len(units)
    return provinces, below


def _body(unit: Any, superior: Body | None) -> Body:
    from tongket.site.people.models import Body

    return Body(
        code=f"ubnd-{unit.id}".replace(".", "-"),
        name=f"UBND {unit.full_name}",
        kind="ubnd",
        unit=unit.id,
        unit_name=unit.full_name,
        level=unit.kind,
        superior=superior,
        path="/",
    )


def with_paths(bodies: list[Body]) -> list[Body]:
    from tongket.site.people.models import Body

    Body.objects.bulk_create(bodies, batch_size=500)
    for body in bodies:
        body.put_below(body.superior)
    Body.objects.bulk_update(bodies, ["path"], batch_size=500)
    return bodies


def make_users(bodies: list[Body], role: str) -> list[User]:
    """A user with that role at each body, and below it."""
    from django.contrib.auth.hashers import make_password

    from tongket.site.people.models import Grant, User

    password = make_password(PASSWORD)  # one hash for all: making it takes as long as signing in
    users = [User(username=f"{role}.{body.code}", password=password) for body in bodies]
    User.objects.bulk_create(users, batch_size=500)
    grants = [Grant(user=user, body=body, role=role, subtree=True) for user, body in zip(users, bodies, strict=True)]
    Grant.objects.bulk_create(grants, batch_size=500)
    return users


def make_round(programme: ProgrammeVersion, body: Body) -> Round:
    """An open round of the body, due today."""
    from tongket.site.interface.clock import now, today
    from tongket.site.rounds.models import Round

    day = today()
    return Round.objects.create(
        name="Báo cáo để đo tải",
        programme=programme,
        body=body,
        period_start=dt.date(day.year, 1, 1),
        period_end=day,
        state=Round.State.OPEN,
        due=day,
        opened=now(),
    )


def ask(rounds: list[Round], below: list[list[Body]]) -> list[Submission]:
    """A submission of each body, in order, with the first link of its chain."""
    from tongket.site.records.services import record_many
    from tongket.site.rounds.models import Submission

    rows = [
        Submission(round=one, body=body, reports_to=one.body, due=one.due, asked=VALUES)
        for one, bodies in zip(rounds, below, strict=True)
        for body in bodies
    ]
    Submission.objects.bulk_create(rows, batch_size=500)
    record_many({f"submission:{row.pk}": {"round": row.round_id} for row in rows}, "asked", None)
    return rows


def make_sessions(users: list[User]) -> dict[int, str]:
    """A session of each user, as signing in makes it."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    store, ends = SessionStore(), timezone.now() + dt.timedelta(hours=12)
    backend = "django.contrib.auth.backends.ModelBackend"
    keys = {user.pk: store._get_new_session_key() for user in users}
    rows = []
    for user in users:
        told = {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: backend,
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
        rows.append(Session(session_key=keys[user.pk], session_data=store.encode(told), expire_date=ends))
    Session.objects.bulk_create(rows, batch_size=500)
    return keys


if __name__ == "__main__":
    main()
