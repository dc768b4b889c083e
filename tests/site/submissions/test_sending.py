"""What was sent is a revision: once and for ever."""

import pytest

from site_makers import TODAY
from tongket.site.records.models import Link
from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import Observation, Revision, StoredFinding
from tongket.site.submissions.services.checking import check_values, explain, said
from tongket.site.submissions.services.errors import StaleError, SubmissionError
from tongket.site.submissions.services.reviewing import Returned, return_places
from tongket.site.submissions.services.sending import send


def test_sending_keeps_the_values_as_observations(sent) -> None:
    rows = Observation.objects.filter(submission=sent).order_by("indicator")

    assert [(row.indicator, row.amount, row.revision, row.unit) for row in rows] == [
        ("QT-01", 12, 1, sent.body.unit),
        ("QT-02", 9, 1, sent.body.unit),
        ("QT-03", 21, 1, sent.body.unit),
    ]
    assert (sent.state, sent.revision, sent.days_late) == ("sent", 1, 0)


def test_a_sent_form_is_locked(sent, fill) -> None:
    (saved,) = fill(**{"QT-01": "99"})

    assert saved.state == "locked"


def test_a_page_from_before_the_sending_cannot_send_again(sent, clerk, acting) -> None:
    with pytest.raises(StaleError):
        send(acting(clerk), sent, 1)

    assert Revision.objects.count() == 1


def test_a_sum_that_does_not_hold_stops_the_sending(clerk, submission, acting, fill) -> None:
    fill(**{"QT-01": "12", "QT-02": "9", "QT-03": "25"})

    with pytest.raises(SubmissionError, match="1 "):
        send(acting(clerk), submission, 1)

    finding = StoredFinding.objects.get(submission=submission)
    assert finding.place == {"value": ["QT-03", "", "area"]}
    assert "25" in said(finding)[0]
    assert "21" in said(finding)[0]


def test_an_explained_error_is_sent_and_its_words_travel(clerk, submission, acting, fill) -> None:
    fill(**{"QT-01": "12", "QT-02": "9", "QT-03": "25"})
    check_values(submission)
    mark = StoredFinding.objects.get(submission=submission).mark
    explain(acting(clerk), submission, mark, "Gồm 4 hội nghị do cấp huyện tổ chức tại xã.")

    send(acting(clerk), submission, 1)

    row = Observation.objects.get(submission=submission, indicator="QT-03")
    assert row.explanation == "Gồm 4 hội nghị do cấp huyện tổ chức tại xã."


def test_an_explanation_outlives_a_new_check(clerk, submission, acting, fill) -> None:
    fill(**{"QT-01": "12", "QT-02": "9", "QT-03": "25"})
    check_values(submission)
    explain(acting(clerk), submission, StoredFinding.objects.get(submission=submission).mark, "Có lý do riêng.")

    assert check_values(submission) == 0
    assert StoredFinding.objects.get(submission=submission).explanation == "Có lý do riêng."


def test_a_value_that_could_not_be_taken_stops_the_sending(clerk, submission, acting, fill) -> None:
    fill(**{"QT-01": "12", "QT-02": "9o"})

    with pytest.raises(SubmissionError):
        send(acting(clerk), submission, 1)


def test_an_empty_form_is_not_sent(clerk, submission, acting) -> None:
    with pytest.raises(SubmissionError):
        send(acting(clerk), submission, 1)


def test_late_is_counted_in_working_days(clerk, submission, acting, fill, monkeypatch) -> None:
    fill(**{"QT-01": "12"})
    monkeypatch.setenv("TONGKET_NOW", "2026-11-25T09:00:00+07:00")  # due on Friday; Tuesday is a holiday
    send(acting(clerk), submission, 1)

    assert Submission.objects.get(pk=submission.pk).days_late == 2


def test_the_sending_is_a_link_of_the_chain(sent) -> None:
    assert Link.objects.filter(chain=f"submission:{sent.pk}", action="send").count() == 1


def test_a_signed_copy_is_of_the_revision_that_was_signed(clerk, approver, sent, acting) -> None:
    Submission.objects.filter(pk=sent.pk).update(signed_copy=True)
    return_places(acting(approver), sent, sent.edition, [Returned("", "Bổ sung số liệu.")], TODAY)
    sent.refresh_from_db()
    send(acting(clerk), sent, sent.edition)
    sent.refresh_from_db()

    assert (sent.revision, sent.signed_copy) == (2, False)
