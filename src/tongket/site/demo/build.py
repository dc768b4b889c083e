"""Building the demonstration through the same services as the pages use, each step at its own moment."""

from __future__ import annotations

import datetime as dt
import os
import random
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from tongket.site.demo import showing
from tongket.site.demo.documents import build_documents
from tongket.site.demo.figures import figures
from tongket.site.demo.moments import at, set_now
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
from tongket.site.people.models import Body, Grant, Notice, Role, User
from tongket.site.people.rights import Actor, actor_of
from tongket.site.people.services.bodies import BodyFields, add_body
from tongket.site.records.services import seal
from tongket.site.rollups.asking import AS_REPORTED
from tongket.site.rollups.reports.services import freeze
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
NUMBER = 52  # of the report of the commune whose accounts one signs in with
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
            asked = []
            for index, quarter in enumerate(quarters(today())):
                worded = index >= QUARTERS - WITH_WORDS
                asked.append(_Asking(people, programme, quarter, locked=index < LOCKED, worded=worded).run())
            set_now(before)
            _show_more(people, asked)
    finally:
        set_now(before)
    seal()


def _show_more(people: _People, asked: list[Round]) -> None:
    """What stands beside the quarters: departments, a round below a commune, a lent right, a report in the making."""
    rows = Submission.objects.select_related("round__programme", "round__body", "body")
    parent = rows.get(round=asked[-1], body=people.clerks[CLERKS_AT].body)
    due = today() + dt.timedelta(days=8)
    showing.ask_departments(people.consolidator, people.departments, keep_programme("kl-62-tw"), due)
    set_now(None)
    own = _acting(_account(f"tonghop.{parent.body.code}", Role.CONSOLIDATOR, parent.body, make_password(None)))
    showing.ask_below(own, parent, lambda name, role, body: _acting(_account(name, role, body, make_password(None))))
    set_now(None)
    showing.lend_while_on_leave(people.officer, people.clerks[CLERKS_AT])
    freeze(people.consolidator, asked[-2], AS_REPORTED)


@dataclass(frozen=True)
class _People:
    """Who acts in it: the clerk of each commune and department, the records officer, and those of the province."""

    clerks: Mapping[str, Actor]
    departments: Mapping[str, Actor]
    officer: Actor
    consolidator: Actor
    approver: Actor


def _people() -> _People:
    top = add_body(None, BodyFields("ubnd", UNIT), None)
    departments = [
        add_body(None, BodyFields(kind, UNIT, name=f"{name} tỉnh {NAME}", short_name=name), top)
        for kind, name in DEPARTMENTS
    ]
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
    offices = {body.name: _account(f"canbo.{body.code}", "clerk", body, make_password(None)) for body in departments}
    return _People(
        {name: _acting(user) for name, user in clerks.items()},
        {name: _acting(user) for name, user in offices.items()},
        *(_acting(users[name]) for name in ("vanthu", "tonghop", "lanhdao")),
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

    def run(self) -> Round:
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
        return asked

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
            reminding={"before": [2], "after": [1, 5], "way": "site"} if quarter.newest else {},
        )

    def _answer(self, row: Submission) -> None:
        """An ended quarter: sent in time, late or never; then approved, in the oldest ones locked."""
        drawn, clerk = self.chance.random(), self._clerk(row)
        if drawn < SILENT and clerk.user.username != "canbo":
            return
        days = self.chance.randint(1, 6) if drawn < SILENT + LATE else -self.chance.randint(0, 6)
        self._fill(row, self._figures(row), days)
        self._send(row, days)
        if clerk.user.username == "canbo" and self.worded:
            with at(self.quarter.due + dt.timedelta(days=max(days, 0) + 1), 9):
                row.refresh_from_db()
                showing.add_signed_copy(self.people.officer, row, self._figures(row), NUMBER - 7)
        with at(self.quarter.due + dt.timedelta(days=max(days, 0) + 3), 10):
            approve(self.people.approver, row, self._edition(row))
            if clerk.user.username == "canbo" and self.worded:
                row.refresh_from_db()
                showing.ask_to_reopen(clerk, row)
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
        if mine:
            with at(self.quarter.due - dt.timedelta(days=9), 9):
                showing.upload_word(self._clerk(row), row, values, NUMBER, self.quarter.due - dt.timedelta(days=9))
            values = showing.not_yet_filled(row, values)
        self._fill(row, values, -8)
        if mine:
            showing.explain_errors(self._clerk(row), row)
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
