"""Review: what is returned is open again, and only that; what is approved is closed."""

import datetime as dt

import pytest
from django.utils import timezone

from tongket.site.people.models import Notice
from tongket.site.rounds.models import Round
from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import Reopening, Return
from tongket.site.submissions.services import reviewing
from tongket.site.submissions.services.errors import StaleError, SubmissionError
from tongket.site.submissions.services.reviewing import Returned
from tongket.site.submissions.services.sending import send

DAY = dt.date(2026, 11, 20)
CELL = str(ValuePlace("QT-01", "", "area"))


def returned(approver, sent, acting, *places: Returned):
    reviewing.return_places(acting(approver), sent, sent.edition, places, DAY)
    sent.refresh_from_db()
    return sent


def test_returned_cells_are_open_and_the_others_stay_locked(approver, sent, acting, fill) -> None:
    returned(approver, sent, acting, Returned(CELL, "Số này lớn hơn kỳ trước nhiều lần."))

    mended, other = fill(**{"QT-01": "10", "QT-02": "10"})

    assert (mended.state, other.state) == ("saved", "locked")


def test_a_report_returned_as_a_whole_is_open(approver, sent, acting, fill) -> None:
    returned(approver, sent, acting, Returned("", "Báo cáo chưa đúng kỳ."))

    assert [one.state for one in fill(**{"QT-01": "10", "QT-02": "11"})] == ["saved", "saved"]


def test_the_answer_to_a_return_is_the_next_revision(approver, clerk, sent, acting, fill) -> None:
    returned(approver, sent, acting, Returned(CELL, "Số này lớn hơn kỳ trước nhiều lần."))
    fill(**{"QT-01": "12"})
    send(acting(clerk), sent, sent.edition)
    sent.refresh_from_db()

    assert (sent.state, sent.revision) == ("sent", 2)
    assert Return.objects.get().answered == 2


def test_a_return_needs_a_reason_and_a_day_to_come(approver, sent, acting) -> None:
    with pytest.raises(SubmissionError):
        returned(approver, sent, acting, Returned(CELL, " "))
    with pytest.raises(SubmissionError):
        reviewing.return_places(
            acting(approver), sent, sent.edition, [Returned(CELL, "Sai kỳ báo cáo.")], dt.date(2026, 11, 17)
        )


def test_two_reviewers_do_not_overwrite_each_other(approver, sent, acting) -> None:
    reviewing.approve(acting(approver), sent, sent.edition)

    with pytest.raises(StaleError):
        reviewing.return_places(acting(approver), sent, sent.edition, [Returned("", "Chưa đúng kỳ.")], DAY)


def test_approval_waits_for_the_signed_copy_where_the_round_asks_for_it(approver, sent, acting) -> None:
    Round.objects.filter(pk=sent.round_id).update(signed=Round.Signed.REQUIRED)

    with pytest.raises(SubmissionError, match=r"bản ký|signed copy"):
        reviewing.approve(acting(approver), sent, sent.edition)


def test_a_granted_reopening_opens_the_named_cells_until_a_moment(approver, clerk, sent, acting, fill) -> None:
    reviewing.approve(acting(approver), sent, sent.edition)
    asked = reviewing.ask_reopen(acting(clerk), sent, "Tính thiếu một hội nghị.", [CELL])
    sent.refresh_from_db()
    until = timezone.make_aware(dt.datetime(2026, 11, 19, 17))
    reviewing.decide_reopen(acting(approver), asked, sent.edition, granted=True, until=until)
    sent.refresh_from_db()

    assert (sent.state, sent.reopened_until) == ("returned", until)
    assert [one.state for one in fill(**{"QT-01": "13", "QT-02": "9"})] == ["saved", "locked"]


def test_a_refused_reopening_leaves_the_report_as_it_is(approver, clerk, sent, acting) -> None:
    asked = reviewing.ask_reopen(acting(clerk), sent, "Tính thiếu một hội nghị.", [])
    reviewing.decide_reopen(acting(approver), asked, sent.edition, granted=False, until=None, answer="Số đúng rồi.")
    sent.refresh_from_db()

    assert sent.state == "sent"
    assert Reopening.objects.get().granted is False


def told(body) -> list[str]:
    return [one.said for one in Notice.objects.filter(body=body).order_by("pk")]


def test_a_body_is_told_what_became_of_its_report(approver, sent, acting, commune) -> None:
    reviewing.return_places(acting(approver), sent, sent.edition, [Returned(CELL, "Chưa đúng kỳ.")], DAY)

    (line,) = told(commune)
    assert "Chưa đúng kỳ." in line
    assert Notice.objects.get().url == f"/submissions/{sent.pk}/"


def test_asking_to_reopen_is_told_and_stands_with_who_decides(
    approver, clerk, sent, acting, commune, province, signed_in
) -> None:
    reviewing.approve(acting(approver), sent, sent.edition)
    asked = reviewing.ask_reopen(acting(clerk), sent, "Tính thiếu một hội nghị.", [CELL])
    assert "Tính thiếu một hội nghị." in told(province)[0]
    assert Notice.objects.get(body=province).url == f"/submissions/{sent.pk}/review"
    assert 'id="reopen"' in signed_in(approver).get("/").content.decode()

    sent.refresh_from_db()
    reviewing.decide_reopen(acting(approver), asked, sent.edition, granted=False, until=None, answer="Số đúng rồi.")
    assert len(told(commune)) == 2  # approved, and not reopened
    assert 'id="reopen"' not in signed_in(approver).get("/").content.decode()
