"""What was reopened and not sent in time stands as it was sent: its words and its files, too."""

from __future__ import annotations

import datetime as dt

import pytest
from test_reading import BODY, HEAD, upload_of
from test_ways_attachments import attach

from tongket.site.interface.clock import now
from tongket.site.submissions.models import Narrative, Revision
from tongket.site.submissions.services import reviewing
from tongket.site.submissions.services.attachments import attachments_of, detach
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
