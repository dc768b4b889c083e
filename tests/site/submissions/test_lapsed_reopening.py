"""What was reopened and not sent in time stands as it was sent: its words and its files, too."""

from __future__ import annotations

import datetime as dt

import pytest
from test_reading import BODY, HEAD, upload_of
from test_ways_attachments import attach

from tongket.site.interface.clock import now
from tongket.site.submissions.models import Narrative, Reopening, Revision, StoredFinding, Value
from tongket.site.submissions.services import reviewing
from tongket.site.submissions.services.attachments import attachments_of, detach
from tongket.site.submissions.services.checking import check_values, explain
from tongket.site.submissions.services.narrative import write
from tongket.site.submissions.services.reading import take_report
from tongket.site.submissions.services.sending import send


@pytest.fixture
def reopened(clerk, approver, submission, fill, acting, signed_in, monkeypatch, django_capture_on_commit_callbacks):
    """A report that was sent with words, an attachment and a Word file, and reopened for an hour as a whole."""
    attach(signed_in(clerk), submission, django_capture_on_commit_callbacks)
    take_report(acting(clerk), upload_of(acting(clerk), submission, HEAD + BODY))
    write(acting(clerk), submission, "A.1", "<p>Thuận lợi</p>", 0)
    send(acting(clerk), submission, 1)
    submission.refresh_from_db()
    asked = reviewing.ask_reopen(acting(clerk), submission, "Tính thiếu một hội nghị.", [])
    until = now() + dt.timedelta(hours=1)
    reviewing.decide_reopen(acting(approver), asked, submission.edition, granted=True, until=until)
    submission.refresh_from_db()
    return submission


def lapse(submission, monkeypatch) -> None:
    monkeypatch.setenv("TONGKET_NOW", (now() + dt.timedelta(hours=2)).isoformat())
    assert reviewing.end_reopenings() == 1
    submission.refresh_from_db()


def send_again(submission, clerk, approver, acting) -> Revision:
    asked = reviewing.ask_reopen(acting(clerk), submission, "Tính thiếu một hội nghị.", [])
    until = now() + dt.timedelta(hours=1)
    reviewing.decide_reopen(acting(approver), asked, submission.edition, granted=True, until=until)
    submission.refresh_from_db()
    return send(acting(clerk), submission, submission.edition)


def test_words_are_those_that_were_sent(reopened, clerk, approver, acting, monkeypatch) -> None:
    kept = Narrative.objects.get(submission=reopened, section="A.1")
    write(acting(clerk), reopened, "A.1", "<p>Chưa ai được thấy</p>", kept.version)
    write(acting(clerk), reopened, "A.2", "<p>Cũng chưa</p>", 0)
    lapse(reopened, monkeypatch)

    assert Narrative.objects.get(submission=reopened, section="A.1").html == "<p>Thuận lợi</p>"
    assert Narrative.objects.get(submission=reopened, section="A.1").version == kept.version + 2
    revision = send_again(reopened, clerk, approver, acting)
    assert {section: text for section, text in revision.narrative.items() if text} == {"A.1": "<p>Thuận lợi</p>"}


def test_attachments_are_those_that_were_sent(
    reopened, clerk, approver, acting, signed_in, monkeypatch, django_capture_on_commit_callbacks
) -> None:
    detach(acting(clerk), reopened, attachments_of(reopened).get().pk)
    attach(signed_in(clerk), reopened, django_capture_on_commit_callbacks, "Bản khác", "khac.txt")
    lapse(reopened, monkeypatch)

    assert [one.name for one in attachments_of(reopened)] == ["danh-sach.txt"]
    revision = send_again(reopened, clerk, approver, acting)
    assert [one["name"] for one in revision.attachments] == ["danh-sach.txt"]


def test_the_report_is_the_one_that_was_sent(reopened, clerk, approver, acting, monkeypatch) -> None:
    sent = Revision.objects.get(submission=reopened).upload
    take_report(acting(clerk), upload_of(acting(clerk), reopened, HEAD + BODY.replace("21", "22")))
    lapse(reopened, monkeypatch)

    assert send_again(reopened, clerk, approver, acting).upload == sent


WHY = "Gồm 4 hội nghị do cấp huyện tổ chức tại xã."


def found(submission) -> set[tuple]:
    told = ("upload", "kind", "severity", "explanation", "explained_by", "order")
    return set(StoredFinding.objects.filter(submission=submission).values_list(*told))


@pytest.fixture
def explained(clerk, approver, submission, fill, acting):
    """A report of a total that is not the sum of its parts, explained, sent, and reopened for an hour."""
    fill(**{"QT-01": "12", "QT-02": "9", "QT-03": "25"})
    check_values(submission)
    explain(acting(clerk), submission, StoredFinding.objects.get(submission=submission).mark, WHY)
    send(acting(clerk), submission, 1)
    submission.refresh_from_db()
    asked = reviewing.ask_reopen(acting(clerk), submission, "Tính thiếu một hội nghị.", [])
    until = now() + dt.timedelta(hours=1)
    reviewing.decide_reopen(acting(approver), asked, submission.edition, granted=True, until=until)
    submission.refresh_from_db()
    return submission


def test_findings_and_explanations_are_those_that_were_sent(explained, fill, monkeypatch) -> None:
    before = found(explained)
    fill(**{"QT-03": "26"})
    assert check_values(explained) == 1
    lapse(explained, monkeypatch)

    assert found(explained) == before
    assert explained.errors == 0
    assert Value.objects.get(submission=explained, indicator="QT-03").explanation == WHY


def test_an_explanation_that_was_not_sent_is_taken_back(explained, clerk, acting, monkeypatch) -> None:
    before = found(explained)
    mark = StoredFinding.objects.get(submission=explained).mark
    explain(acting(clerk), explained, mark, "Lời khác, không ai được thấy.")
    lapse(explained, monkeypatch)

    assert found(explained) == before
    assert Value.objects.get(submission=explained, indicator="QT-03").explanation == WHY


def test_what_was_mended_and_not_sent_is_found_again(explained, fill, monkeypatch) -> None:
    before = found(explained)
    fill(**{"QT-03": "21"})
    assert check_values(explained) == 0
    assert not found(explained)
    lapse(explained, monkeypatch)

    assert found(explained) == before


def test_the_findings_of_the_report_that_was_sent_come_back(reopened, clerk, acting, monkeypatch) -> None:
    before = found(reopened)
    assert before
    take_report(acting(clerk), upload_of(acting(clerk), reopened, HEAD + BODY.replace("21", "22")))
    assert found(reopened) != before
    lapse(reopened, monkeypatch)

    assert found(reopened) == before


def test_where_no_findings_were_kept_the_form_is_looked_through(explained, fill, monkeypatch) -> None:
    """It was reopened by an earlier version."""
    before = {one[1:3] for one in found(explained)}
    fill(**{"QT-03": "21"})
    check_values(explained)
    Reopening.objects.update(findings=None)
    lapse(explained, monkeypatch)

    assert {one[1:3] for one in found(explained)} == before
    assert explained.errors == 0
