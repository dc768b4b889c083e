"""Nobody sees more of others through a page of their own report."""

import datetime as dt

from site_makers import make_body, make_user
from tongket.site.people.models import Role
from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import Observation


def test_the_next_report_is_shown_to_those_who_review_alone(
    approver, clerk, sent, other_commune, province, signed_in
) -> None:
    Submission.objects.create(
        round=sent.round,
        body=other_commune,
        reports_to=province,
        due=sent.due,
        state=Submission.State.SENT,
        sent=sent.sent,
    )
    page = f"/submissions/{sent.pk}/review"

    assert other_commune.name in signed_in(approver).get(page).content.decode()
    assert other_commune.name not in signed_in(clerk).get(page).content.decode()


def test_earlier_values_told_to_another_asker_stay_with_them(clerk, sent, commune, programme, signed_in) -> None:
    front = make_body("mttq-tinh-mau-son", "Ủy ban MTTQ tỉnh Mẫu Sơn", level="province", unit="ms")
    asked = Round.objects.create(
        name="Năm 2027", programme=programme, body=front, state=Round.State.OPEN, due=dt.date(2027, 12, 20),
        period_start=dt.date(2027, 1, 1), period_end=dt.date(2027, 12, 31),
    )  # fmt: skip
    later = Submission.objects.create(round=asked, body=commune, reports_to=front, due=asked.due)
    Observation.objects.filter(submission=sent, indicator="QT-01").update(amount=87654)
    cell = f"/submissions/{later.pk}/cell?place=value:QT-01/@area"

    assert "87.654" in signed_in(clerk).get(cell).content.decode()
    stranger = make_user("mttq", front, Role.CONSOLIDATOR)
    answer = signed_in(stranger).get(cell)
    assert answer.status_code == 200
    assert "87.654" not in answer.content.decode()


def test_the_first_page_asks_as_often_for_many_reports_as_for_one(
    approver, sent, open_round, province, signed_in, django_assert_max_num_queries
) -> None:
    for number in range(5):
        body = make_body(f"xa-{number}", f"UBND xã {number}", province, unit="ms-02")
        asked = Round.objects.create(
            name=f"Đợt {number}", programme=open_round.programme, body=body, state=Round.State.OPEN, due=open_round.due,
            period_start=open_round.period_start, period_end=open_round.period_end,
        )  # fmt: skip
        Submission.objects.create(
            round=asked, body=body, reports_to=province, due=sent.due, state=Submission.State.SENT, sent=sent.sent
        )
    client = signed_in(approver)
    client.get("/")

    with django_assert_max_num_queries(14):
        answer = client.get("/")

    assert answer.content.decode().count('class="task"') == 6
