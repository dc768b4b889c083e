"""A round is made, opened and closed; each change leaves its link, and a stale one is refused."""

import datetime as dt
from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from site_makers import TODAY, make_body
from tongket.site.people.models import Notice
from tongket.site.records.models import Head, Link
from tongket.site.records.services import record, record_many
from tongket.site.rounds.errors import RoundError, StaleRoundError
from tongket.site.rounds.models import Holiday, Round, Submission
from tongket.site.rounds.opening import open_round
from tongket.site.rounds.plan import ASKER, Exceptional, Plan
from tongket.site.rounds.services import Wanted, close_round, create_round, move_dues, reopen_round

DUE = TODAY + dt.timedelta(days=2)


@pytest.fixture
def wanted(programme) -> Wanted:
    plan = Plan(groups=("commune/ubnd",), dues={"commune": DUE})
    return Wanted("Quý III", programme, dt.date(2026, 7, 1), dt.date(2026, 9, 30), plan)


def changed(wanted: Wanted, **plan) -> Wanted:
    return replace(wanted, plan=replace(wanted.plan, **plan))


def test_a_draft_asks_nobody(consolidator, commune, acting, wanted) -> None:
    made = create_round(acting(consolidator), wanted)

    assert made.state == "draft"
    assert not Submission.objects.exists()
    assert Link.objects.get(chain=f"round:{made.pk}").action == "round-created"


def test_opening_asks_every_body_of_the_level(consolidator, commune, other_commune, acting, wanted) -> None:
    actor = acting(consolidator)
    made = create_round(actor, wanted)

    assert open_round(actor, made, made.edition) == 2
    one = Submission.objects.get(body=commune)
    assert (one.reports_to_id, one.due, one.state) == (actor.body.pk, DUE, "open")
    assert one.asked > 0
    assert Link.objects.get(chain=f"submission:{one.pk}").action == "asked"
    assert Notice.objects.get(body=commune).url == f"/submissions/{one.pk}/"


def test_exceptions_are_left_out_sent_elsewhere_or_given_more_time(
    consolidator, province, commune, other_commune, acting, wanted
) -> None:
    front = make_body("mttq-tinh", "Ủy ban MTTQ tỉnh", level="province")
    later = DUE + dt.timedelta(days=7)
    own = {commune.pk: Exceptional(front.pk, later)}
    actor = acting(consolidator)
    made = create_round(actor, changed(wanted, without=(other_commune.pk,), exceptions=own))
    open_round(actor, made, made.edition)

    one = Submission.objects.get()
    assert (one.body, one.reports_to, one.due) == (commune, front, later)


def test_a_hamlet_reports_to_its_commune_or_straight_to_the_asker(
    consolidator, province, commune, acting, wanted
) -> None:
    hamlet = make_body("ban-pac-luong", "Bản Pác Lương", commune, level="hamlet")
    plan = {"groups": ("hamlet/ubnd",), "dues": {"hamlet": DUE}}
    actor = acting(consolidator)
    for ladder, goes_to in (("superior", commune), (ASKER, province)):
        made = create_round(actor, changed(wanted, ladder=ladder, **plan))
        open_round(actor, made, made.edition)
        assert Submission.objects.get(round=made, body=hamlet).reports_to == goes_to


def test_opening_takes_the_same_statements_for_many(
    consolidator, province, acting, wanted, django_assert_max_num_queries
) -> None:
    for number in range(60):
        make_body(f"xa-{number}", f"UBND xã số {number}", province)
    actor = acting(consolidator)
    made = create_round(actor, wanted)
    with django_assert_max_num_queries(18):
        open_round(actor, made, made.edition)


def test_a_stale_page_opens_nothing(consolidator, commune, acting, wanted) -> None:
    actor = acting(consolidator)
    made = create_round(actor, wanted)
    open_round(actor, made, made.edition)

    with pytest.raises(StaleRoundError):
        open_round(actor, made, made.edition)
    assert Submission.objects.count() == 1


def test_a_clerk_may_not_make_a_round(clerk, acting, wanted) -> None:
    with pytest.raises(PermissionDenied):
        create_round(acting(clerk), wanted)


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        ({"groups": ()}, "groups"),
        ({"dues": {}}, "dues"),
        (
            {"groups": ("commune/ubnd", "province/ubnd"), "dues": {"commune": DUE, "province": TODAY}},
            "dues",
        ),
    ],
)
def test_a_plan_that_cannot_be_kept_is_refused_at_its_field(consolidator, acting, wanted, plan, field) -> None:
    with pytest.raises(RoundError) as refused:
        create_round(acting(consolidator), changed(wanted, **plan))
    assert refused.value.field == field


def test_the_round_below_is_due_before_ones_own_report(consolidator, commune, acting, wanted) -> None:
    from site_makers import make_user
    from tongket.site.people.models import Role

    actor = acting(consolidator)
    made = create_round(actor, wanted)
    open_round(actor, made, made.edition)
    own = Submission.objects.get(body=commune)
    make_body("ban-pac-luong", "Bản Pác Lương", commune, level="hamlet")
    below = acting(make_user("xa", commune, Role.CONSOLIDATOR, subtree=True))
    plan = replace(wanted, parent=own, plan=Plan(groups=("hamlet/ubnd",), dues={"hamlet": own.due}))

    with pytest.raises(RoundError) as refused:
        create_round(below, plan)
    assert refused.value.facts["due"] == "20/11/2026"
    earlier = Plan(groups=("hamlet/ubnd",), dues={"hamlet": own.due - dt.timedelta(days=1)})
    assert create_round(below, replace(plan, plan=earlier)).parent == made


def test_a_new_due_date_counts_the_days_late_anew(consolidator, commune, acting, wanted) -> None:
    actor = acting(consolidator)
    made = create_round(actor, wanted)
    open_round(actor, made, made.edition)
    made.refresh_from_db()
    one = Submission.objects.get(body=commune)
    Submission.objects.filter(pk=one.pk).update(
        state="sent", first_sent=dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC), days_late=3
    )

    assert move_dues(actor, made, made.edition, {one.pk: dt.date(2026, 11, 24)}, "mưa lũ") == 1
    one.refresh_from_db()
    assert (one.due, one.days_late, one.edition) == (dt.date(2026, 11, 24), 1, 2)
    assert Link.objects.filter(chain=f"submission:{one.pk}").count() == 2
    assert Round.objects.get().due == dt.date(2026, 11, 24)


def test_a_holiday_of_the_office_is_no_day_late(db) -> None:
    from tongket.site.rounds.calendar import days_overdue

    due = dt.date(2026, 11, 13)  # a Friday
    assert days_overdue(due) == 3
    Holiday.objects.create(day=dt.date(2026, 11, 16), name="Nghỉ bù")
    assert days_overdue(due) == 2


def test_a_closed_round_is_closed_once(consolidator, commune, acting, wanted) -> None:
    actor = acting(consolidator)
    made = create_round(actor, wanted)
    open_round(actor, made, made.edition)
    close_round(actor, made, made.edition + 1)

    assert Round.objects.get().state == "closed"
    with pytest.raises(StaleRoundError):
        close_round(actor, made, made.edition + 2)


def test_a_closed_round_runs_again_with_a_reason_that_the_bodies_read(
    consolidator, clerk, commune, other_commune, acting, wanted, signed_in
) -> None:
    actor = acting(consolidator)
    made = create_round(actor, wanted)
    open_round(actor, made, 1)
    Submission.objects.filter(body=other_commune).update(state="approved")
    close_round(actor, made, 2)
    made.refresh_from_db()

    with pytest.raises(RoundError) as refused:
        reopen_round(actor, made, 3, "  ")
    assert refused.value.field == "reason"
    with pytest.raises(PermissionDenied):
        reopen_round(acting(clerk), made, 3, "Chờ số liệu bổ sung")
    page = signed_in(consolidator).get(f"/rounds/{made.pk}/").content.decode()
    assert f"/rounds/{made.pk}/reopen" in page
    signed_in(consolidator).post(f"/rounds/{made.pk}/reopen", {"edition": 3, "reason": "Chờ số liệu bổ sung"})

    made.refresh_from_db()
    assert (made.state, made.closed, made.edition) == ("open", None, 4)
    assert Link.objects.filter(chain=f"round:{made.pk}").last().action == "round-reopened"
    told = Notice.objects.order_by("-pk").first()
    assert (told.body, told.facts["reason"]) == (commune, "Chờ số liệu bổ sung")
    with pytest.raises(StaleRoundError):
        reopen_round(actor, made, 4, "Chờ số liệu bổ sung")


def test_links_written_together_go_on_with_the_chains_that_are_there(consolidator, acting, transactional_db) -> None:
    from django.db import transaction

    actor = acting(consolidator)
    with transaction.atomic():
        first = record("submission:7", "asked", actor, {"a": 1})
        record_many({"submission:7": {"b": 2}, "submission:8": {"c": 3}}, "moved", actor)

    second = Link.objects.get(chain="submission:7", number=2)
    assert second.previous == first.hash
    assert Head.objects.get(chain="submission:7").hash == second.hash
    assert Head.objects.get(chain="submission:8").number == 1


def test_a_name_is_one_line_as_the_subject_of_a_mail_is(consolidator, commune, acting, wanted) -> None:
    made = create_round(acting(consolidator), replace(wanted, name="Quý III\r\nBcc: ai@do.example"))

    assert made.name == "Quý III Bcc: ai@do.example"
