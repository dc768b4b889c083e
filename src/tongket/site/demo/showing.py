"""What the accounts of the demonstration find beside plain rounds.

A report read from Word with a finding, a signed copy, a request to reopen, a round of the departments, one below a
commune, a right that is lent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from tongket.site.demo.files import SYMBOL, body_lines, head_lines, pdf_file, signed_file, word_file
from tongket.site.demo.moments import at
from tongket.site.interface.clock import today
from tongket.site.interface.media import DOCX
from tongket.site.people.models import Body, Role
from tongket.site.people.rights import Actor
from tongket.site.people.services.bodies import BodyFields, add_body
from tongket.site.people.services.grants import lend
from tongket.site.rounds.models import ProgrammeVersion, Round, Submission
from tongket.site.rounds.opening import open_round
from tongket.site.rounds.places import ValuePlace
from tongket.site.rounds.plan import ASKER, Plan
from tongket.site.rounds.services import Wanted, create_round
from tongket.site.submissions.models import StoredFinding, Upload, Value
from tongket.site.submissions.services.checking import explain
from tongket.site.submissions.services.filling import Typed, place_of_value, save_values
from tongket.site.submissions.services.reading import take_report
from tongket.site.submissions.services.reviewing import ask_reopen
from tongket.site.submissions.services.sending import send
from tongket.site.submissions.services.signing import begin as begin_signing
from tongket.site.submissions.services.signing import take_signed
from tongket.site.submissions.services.uploading import receive

PRINTED = ("QT-01", "QT-02", "QT-03", "QT-04", "CT-03", "CT-04")  # what the Word report says; the rest is typed
BELOW = (("mttq", "Ủy ban MTTQ Việt Nam"), ("hlhpn", "Hội Liên hiệp Phụ nữ"), ("dtn", "Đoàn Thanh niên"))
OF_DEPARTMENTS = ("QT-01", "QT-02", "QT-03")
ROUNDED = "Tỷ lệ lấy theo bảng tổng hợp của Văn phòng HĐND và UBND xã; xã sẽ rà soát và ghi lại trong kỳ sau."
ASKS = "Phát hiện nhập nhầm số hội nghị của một đoàn thể. Xin mở lại để sửa một ô."


def upload_word(clerk: Actor, row: Submission, values: Mapping[ValuePlace, str], number: int, day: dt.date) -> None:
    """The clerk uploads the Word report of the commune; it is read, and its finding explained."""
    head, body = head_lines(_kind(row.body), row.body.place, str(number), day), body_lines(_printed(values))
    content = word_file(head, body)
    file = SimpleUploadedFile(f"Bao cao {number}-{SYMBOL}.docx", content, DOCX)
    take_report(clerk, receive(clerk, file, Upload.Kind.REPORT, row))


def explain_errors(clerk: Actor, row: Submission) -> None:
    """Every error is answered in words, so that the report may be sent."""
    for one in StoredFinding.objects.filter(submission=row, severity="error", explanation=""):
        explain(clerk, row, one.mark, ROUNDED)


def not_yet_filled(row: Submission, values: Mapping[ValuePlace, str]) -> dict[ValuePlace, str]:
    """The values that the Word report did not give."""
    there = {place_of_value(one) for one in Value.objects.filter(submission=row)}
    return {place: text for place, text in values.items() if place not in there}


def add_signed_copy(officer: Actor, row: Submission, values: Mapping[ValuePlace, str], number: int) -> None:
    """The records officer adds the signed PDF; the office trusts the certificate, so that it shows as verified."""
    day = today()
    head, body = head_lines(_kind(row.body), row.body.place, str(number), day), body_lines(_printed(values))
    content, certificate = signed_file(pdf_file(head, body), row.body.name)
    trust = settings.DATA.home / "trust"
    trust.mkdir(exist_ok=True)
    (trust / f"{row.body.code}.pem").write_bytes(certificate)
    file = SimpleUploadedFile(f"{number}-{SYMBOL} ky so.pdf", content, "application/pdf")
    job = begin_signing(officer, row, {"number": str(number), "symbol": SYMBOL, "date": day.isoformat()}, file)
    take_signed(job, lambda _done, _total: None)


def ask_to_reopen(clerk: Actor, row: Submission) -> None:
    """A commune asks to mend a cell of what was approved; the province has not decided."""
    ask_reopen(clerk, row, ASKS, [str(ValuePlace("QT-01", "", "area"))])


def ask_departments(asker: Actor, clerks: Mapping[str, Actor], programme: ProgrammeVersion, due: dt.date) -> Round:
    """A second programme, asked of the departments: the first has sent, the second has begun, the others not."""
    with at(due - dt.timedelta(days=14), 9):
        groups = tuple(f"{one.body.level}/{one.body.kind}" for one in clerks.values())
        wanted = Wanted(
            name=f"Báo cáo của các sở về thực hiện Kết luận số 62-KL/TW năm {due.year}",
            programme=programme,
            period_start=dt.date(due.year, 1, 1),
            period_end=dt.date(due.year, 12, 31),
            plan=Plan(groups=groups, dues={"province": due}, ladder=ASKER),
            request_symbol="1042/UBND-NC",
            request_date=today(),
            reminding={"before": [3], "after": [1], "way": "site"},
        )
        asked = create_round(asker, wanted)
        open_round(asker, asked, asked.edition)
    rows = list(Submission.objects.filter(round=asked).select_related("body").order_by("pk"))
    with at(due - dt.timedelta(days=6), 10):
        for row, count in zip(rows, (3, 2), strict=False):
            clerk = clerks[row.body.name]
            places = [ValuePlace(code, "", "area") for code in OF_DEPARTMENTS[:count]]
            save_values(clerk, row, [Typed(place, str(6 + 3 * at_)) for at_, place in enumerate(places)])
        explain_errors(clerks[rows[0].body.name], rows[0])
        send(clerks[rows[0].body.name], rows[0], rows[0].edition)
    return asked


def ask_below(asker: Actor, parent: Submission, account: Callable[[str, str, Body], Actor]) -> Round:
    """The commune asks its own organisations, earlier than it is asked itself: one of three has sent.

    ``account`` makes a user with that name and role at a body.
    """
    below = [
        add_body(None, BodyFields(kind, parent.body.unit, name=f"{name} {parent.body.unit_name}"), parent.body)
        for kind, name in BELOW
    ]
    clerk = account(f"canbo.{below[0].code}", Role.CLERK, below[0])
    due = parent.due - dt.timedelta(days=1)
    with at(today() - dt.timedelta(days=4), 9):
        above = parent.round
        wanted = Wanted(
            name=f"{above.name} (các đoàn thể của xã)",
            programme=above.programme,
            period_start=above.period_start,
            period_end=above.period_end,
            plan=Plan(bodies=tuple(one.pk for one in below), dues={"": due}, ladder=ASKER),
            parent=parent,
        )
        asked = create_round(asker, wanted)
        open_round(asker, asked, asked.edition)
    row = Submission.objects.select_related("body").get(round=asked, body=below[0])
    with at(today() - dt.timedelta(days=1), 15):
        save_values(clerk, row, [Typed(ValuePlace(code, "", "area"), "4") for code in ("QT-01", "QT-02")])
        save_values(clerk, row, [Typed(ValuePlace("QT-03", "", "area"), "8")])
        explain_errors(clerk, row)
        send(clerk, row, row.edition)
    return asked


def lend_while_on_leave(officer: Actor, colleague: Actor) -> None:
    """The records officer is on leave for two weeks: the clerk stands in."""
    lend(officer, officer.grants[0], colleague.user, today(), today() + dt.timedelta(days=14))


def _printed(values: Mapping[ValuePlace, str]) -> dict[str, str]:
    found = {place.indicator: int(text) for place, text in values.items() if not place.cell}
    return {code: f"{found[code]:,}".replace(",", ".") for code in PRINTED}


def _kind(body: Body) -> str:
    return body.unit_name.split(" ", 1)[0]
