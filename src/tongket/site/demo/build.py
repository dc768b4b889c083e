"""Building the demonstration through the same services as the pages use, each step at its own moment."""

from __future__ import annotations

import datetime as dt
import os
import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from tongket.site.demo.documents import build_documents
from tongket.site.demo.figures import figures
from tongket.site.demo.province import (
    ACCOUNTS,
    CLERKS_AT,
    COMMUNES,
    DEPARTMENTS,
    NAME,
    PASSWORD,
    UNIT,
    unit_id,
    units_file,
)
from tongket.site.demo.rounds import QUARTERS, Quarter, quarters
from tongket.site.demo.words import words
from tongket.site.interface.clock import today
from tongket.site.people.middleware import actor_of
from tongket.site.people.models import Body, Grant, Notice, Role, User
from tongket.site.people.rights import Actor
from tongket.site.people.services.bodies import BodyFields, add_body
from tongket.site.records.services import seal
from tongket.site.rounds.models import ProgrammeVersion, Round, Submission
from tongket.site.rounds.opening import open_round
from tongket.site.rounds.places import ValuePlace
from tongket.site.rounds.plan import Plan
from tongket.site.rounds.programmes import keep_programme
from tongket.site.rounds.services import Wanted, close_round, create_round
from tongket.site.submissions.services.filling import Typed, save_values
from tongket.site.submissions.services.narrative import write
from tongket.site.submissions.services.reviewing import Returned, approve, comment, lock, return_places
from tongket.site.submissions.services.sending import send

SILENT = 0.04  # of the communes, in an ended quarter
LATE = 0.14
LOCKED = 4  # quarters that are locked, the oldest
WITH_WORDS = 2  # the newest quarters, in which communes wrote text beside their numbers
REASON = "Tổng số hội nghị chưa khớp với biểu của kỳ trước. Đề nghị rà soát, giải trình hoặc sửa lại."


def build() -> None:
    """Fill the site's empty database: the province, its accounts, two years of rounds."""
    settings.DATA.units_file.write_text(units_file(), encoding="utf-8")
    before = os.environ.get("TONGKET_NOW")
    try:
        with transaction.atomic():
            people = _people()
            programme = keep_programme("ct-06-tu")
            build_documents(people.consolidator, {name: one.body for name, one in people.clerks.items()})
            for index, quarter in enumerate(quarters(today())):
                worded = index >= QUARTERS - WITH_WORDS
                _Asking(people, programme, quarter, locked=index < LOCKED, worded=worded).run()
    finally:
        _set_now(before)
    seal()


class _People:
    """Who acts in it: the clerk of each commune, and those of the province."""

    def __init__(self, clerks: Mapping[str, Actor], consolidator: Actor, approver: Actor) -> None:
        self.clerks, self.consolidator, self.approver = clerks, consolidator, approver


def _people() -> _People:
    top = add_body(None, BodyFields("ubnd", UNIT), None)
    for kind, name in DEPARTMENTS:
        add_body(None, BodyFields(kind, UNIT, name=f"{name} tỉnh {NAME}", short_name=name), top)
    communes = {
        name: add_body(None, BodyFields("ubnd", unit_id(number), phone=f"0205 3800 {number + 101}"), top)
        for number, (_kind, name) in enumerate(COMMUNES)
    }
    password = make_password(PASSWORD)
    users = {one.username: _account(one.username, one.role, communes.get(one.body, top), password) for one in ACCOUNTS}
    clerks = {
        name: users["canbo"]
        if name == CLERKS_AT
        else _account(f"canbo.{body.code}", "clerk", body, make_password(None))
        for name, body in communes.items()
    }
    return _People(
        {name: _acting(user) for name, user in clerks.items()}, _acting(users["tonghop"]), _acting(users["lanhdao"])
    )


def _account(username: str, role: str, body: Body, password: str) -> User:
    user = User.objects.create(username=username[:80], password=password, mail_digest=False)
    subtree = body.superior_id is None or role == Role.ADMINISTRATOR
    Grant.objects.create(user=user, body=body, role=role, subtree=subtree)
    return user


def _acting(user: User) -> Actor:
    actor = actor_of(user)
    assert actor is not None
    return actor


class _Asking:
    """One round of the demonstration."""

    def __init__(
        self, people: _People, programme: ProgrammeVersion, quarter: Quarter, *, locked: bool, worded: bool
    ) -> None:
        self.people, self.programme, self.quarter, self.locked = people, programme, quarter, locked
        self.worded = worded
        self.chance = random.Random(quarter.name)  # noqa: S311 - the same at each start

    def run(self) -> None:
        """Ask, let everybody answer, decide; and close it where it is over."""
        quarter, asker = self.quarter, self.people.consolidator
        with at(quarter.opened, 8) as moment:
            asked = create_round(asker, self._wanted())
            open_round(asker, asked, asked.edition)
            Notice.objects.filter(mailed=None).update(mailed=moment)
            Notice.objects.filter(moment__gt=moment, url__startswith="/submissions/").update(moment=moment)
        rows = list(Submission.objects.filter(round=asked).select_related("body").order_by("pk"))
        for number, row in enumerate(rows):
            if quarter.newest:
                self._answer_now(row, number)
            else:
                self._answer(row)
        if self.locked:
            with at(quarter.due + dt.timedelta(days=30), 9):
                asked = Round.objects.get(pk=asked.pk)
                close_round(asker, asked, asked.edition)

    def _wanted(self) -> Wanted:
        quarter = self.quarter
        number = 380 + quarter.number % 8 * 95
        return Wanted(
            name=f"Báo cáo {quarter.name} thực hiện Chỉ thị số 06-CT/TU",
            programme=self.programme,
            period_start=quarter.start,
            period_end=quarter.end,
            plan=Plan(groups=("commune/ubnd",), dues={"commune": quarter.due}),
            request_symbol=f"{number}/UBND-NC",
            request_date=quarter.opened,
        )

    def _answer(self, row: Submission) -> None:
        """An ended quarter: sent in time, late or never; then approved, in the oldest ones locked."""
        drawn, clerk = self.chance.random(), self._clerk(row)
        if drawn < SILENT and clerk.user.username != "canbo":
            return
        days = self.chance.randint(1, 6) if drawn < SILENT + LATE else -self.chance.randint(0, 6)
        self._fill(row, self._figures(row), days)
        self._send(row, days)
        with at(self.quarter.due + dt.timedelta(days=max(days, 0) + 3), 10):
            approve(self.people.approver, row, self._edition(row))
        if self.locked:
            with at(self.quarter.due + dt.timedelta(days=28), 10):
                lock(self.people.approver, row, self._edition(row))

    def _answer_now(self, row: Submission, number: int) -> None:
        """The quarter that runs: some have sent, some were returned, some are approved, some have begun, some not."""
        step = number % 6
        values, mine = self._figures(row), self._clerk(row).user.username == "canbo"
        if step == 4 and not mine:
            return
        if step == 3 and not mine:
            self._fill(row, dict(list(values.items())[: 12 + number]), -5)
            return
        self._fill(row, values, -8)
        self._send(row, -8)
        if step == 1 or mine:
            self._return(row)
        elif step == 2:
            with at(self.quarter.due - dt.timedelta(days=5), 15):
                approve(self.people.approver, row, self._edition(row))

    def _return(self, row: Submission) -> None:
        place = ValuePlace("QT-03", "", "area")
        with at(self.quarter.due - dt.timedelta(days=5), 14):
            comment(self.people.consolidator, row, str(place), "Kỳ trước xã báo cáo ít hơn; nguồn số liệu ở đâu?")
            due = self.quarter.due - dt.timedelta(days=1)
            return_places(self.people.consolidator, row, self._edition(row), [Returned(str(place), REASON)], due)

    def _fill(self, row: Submission, values: Mapping[ValuePlace, str], days: int) -> None:
        with at(self.quarter.due + dt.timedelta(days=days), self.chance.randint(8, 10)):
            save_values(self._clerk(row), row, [Typed(place, text) for place, text in values.items()])

    def _send(self, row: Submission, days: int) -> None:
        with at(self.quarter.due + dt.timedelta(days=days), self.chance.randint(11, 16)):
            if self.worded:
                for section, text in words(row.body.place, self.quarter.number).items():
                    write(self._clerk(row), row, section, text, 0)
            send(self._clerk(row), row, row.edition)

    def _figures(self, row: Submission) -> dict[ValuePlace, str]:
        """In the oldest quarters totals alone, without the organisations: less to build at each start."""
        found = figures(row.body.place, self.quarter.number - 4 * 2020)
        return {place: text for place, text in found.items() if not (self.locked and place.cell)}

    def _clerk(self, row: Submission) -> Actor:
        return self.people.clerks[row.body.place]

    def _edition(self, row: Submission) -> int:
        return Submission.objects.values_list("edition", flat=True).get(pk=row.pk)


@contextmanager
def at(day: dt.date, hour: int) -> Iterator[dt.datetime]:
    """What is done inside is done on that day, and never later than now."""
    moment = min(timezone.make_aware(dt.datetime.combine(day, dt.time(hour, 7))), timezone.now())
    _set_now(moment.isoformat())
    yield moment


def _set_now(moment: str | None) -> None:
    if moment is None:
        os.environ.pop("TONGKET_NOW", None)
    else:
        os.environ["TONGKET_NOW"] = moment
