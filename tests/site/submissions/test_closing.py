"""What is closed stays closed: rounds that ended, reopenings whose moment is past, what is sent already."""

import datetime as dt

import pytest
from django.utils import timezone

from tongket.site.people.words import role_name
from tongket.site.records.models import Link
from tongket.site.rounds.models import Round
from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import Reopening, Return, StoredFinding, Value
from tongket.site.submissions.services import reviewing
from tongket.site.submissions.services.checking import explain
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import open_places
from tongket.site.submissions.services.sending import send

CELL = str(ValuePlace("QT-01", "", "area"))
UNTIL = timezone.make_aware(dt.datetime(2026, 11, 19, 23, 59))
LATER = "2026-11-20T08:00:00+07:00"


@pytest.fixture
def reopened(approver, clerk, sent, acting):
    """An approved report, reopened for one cell until the end of the next day."""
    reviewing.approve(acting(approver), sent, sent.edition)
    asked = reviewing.ask_reopen(acting(clerk), sent, "Cộng sót một hội nghị.", [CELL])
    sent.refresh_from_db()
    reviewing.decide_reopen(acting(approver), asked, sent.edition, granted=True, until=UNTIL)
    sent.refresh_from_db()
    return sent


def test_a_round_that_was_closed_takes_nothing_more_in(clerk, submission, acting, fill) -> None:
    fill(**{"QT-01": "12"})
    Round.objects.update(state=Round.State.CLOSED)
    submission.round.refresh_from_db()

    (late,) = fill(**{"QT-02": "9"})

    assert late.state == "locked"
    with pytest.raises(SubmissionError) as refused:
        send(acting(clerk), submission, submission.edition)
    assert "closed" in refused.value.what


def test_what_was_returned_may_be_mended_after_the_round_was_closed(approver, sent, acting, fill) -> None:
    reviewing.return_places(
        acting(approver), sent, sent.edition, [reviewing.Returned(CELL, "Số này chưa khớp.")], dt.date(2026, 11, 20)
    )
    Round.objects.update(state=Round.State.CLOSED)

    assert [one.state for one in fill(**{"QT-01": "10"})] == ["saved"]


def test_a_reopened_report_is_open_until_its_moment(reopened, fill) -> None:
    assert [one.state for one in fill(**{"QT-01": "13", "QT-02": "1"})] == ["saved", "locked"]


def test_after_that_moment_nothing_is_written_or_sent(reopened, clerk, acting, fill, monkeypatch) -> None:
    fill(**{"QT-01": "13"})
    monkeypatch.setenv("TONGKET_NOW", LATER)

    assert open_places(reopened) is None
    assert [one.state for one in fill(**{"QT-01": "14"})] == ["locked"]
    with pytest.raises(SubmissionError) as refused:
        send(acting(clerk), reopened, reopened.edition)
    assert "over" in refused.value.what
    assert reopened.revisions.count() == 1


def test_a_reopening_that_ended_leaves_the_report_as_it_was_sent(reopened, fill, monkeypatch) -> None:
    fill(**{"QT-01": "13"})
    monkeypatch.setenv("TONGKET_NOW", LATER)

    assert reviewing.end_reopenings() == 1

    reopened.refresh_from_db()
    assert (reopened.state, reopened.reopened_until, reopened.return_due) == ("approved", None, None)
    assert not Return.objects.filter(answered=None).exists()
    value = Value.objects.get(indicator="QT-01")
    assert (value.amount, value.version) == (12, 3)
    assert Link.objects.filter(action="end-reopen", actor=None).count() == 1
    assert reviewing.end_reopenings() == 0


def test_a_request_to_reopen_is_not_granted_for_what_is_open_already(approver, clerk, sent, acting) -> None:
    asked = reviewing.ask_reopen(acting(clerk), sent, "Cộng sót một hội nghị.", [CELL])
    reviewing.return_places(
        acting(approver), sent, sent.edition, [reviewing.Returned(CELL, "Số này chưa khớp.")], dt.date(2026, 11, 20)
    )
    sent.refresh_from_db()

    with pytest.raises(SubmissionError) as refused:
        reviewing.decide_reopen(acting(approver), asked, sent.edition, granted=True, until=UNTIL)
    assert "open already" in refused.value.what
    reviewing.decide_reopen(acting(approver), asked, sent.edition, granted=False, until=None)

    assert Reopening.objects.get().granted is False


def test_only_cells_of_the_form_are_returned(approver, sent, acting) -> None:
    stranger = str(ValuePlace("XX-99"))

    with pytest.raises(ValueError, match="XX-99"):
        reviewing.return_places(
            acting(approver), sent, sent.edition, [reviewing.Returned(stranger, "Ô này không có.")], UNTIL.date()
        )


def test_the_words_about_a_finding_stay_as_they_were_sent(clerk, sent, acting) -> None:
    finding = StoredFinding.objects.create(
        submission=sent, mark="m", kind="period-jump", severity="error", place={"value": ["QT-01", "", "area"]}
    )

    with pytest.raises(SubmissionError) as refused:
        explain(acting(clerk), sent, finding.mark, "Số liệu đã được rà soát lại.")
    assert "sent" in refused.value.what


def test_every_kind_of_event_has_its_words() -> None:
    """The actions that stand in the chain of a submission, as the services write them."""
    import re
    from pathlib import Path

    import tongket.site
    from tongket.site.submissions.timeline import WORDS

    code = "\n".join(one.read_text("utf-8") for one in Path(tongket.site.__file__).parent.rglob("*.py"))
    written = re.findall(r'record\(\s*f"submission:\{[^}]*\}",\s*"([a-z-]+)"', code)
    written += ["asked", "due-moved", "reminded", "upload", "refuse", "refuse-secret", "reopen", "refuse-reopen"]

    assert not set(written) - set(WORDS)


def test_a_form_that_is_closed_says_why_and_shows_no_button(clerk, submission, fill, signed_in) -> None:
    fill(**{"QT-01": "12"})
    page = f"/submissions/{submission.pk}/"
    assert 'id="send"' in signed_in(clerk).get(page).content.decode()
    Round.objects.update(state=Round.State.CLOSED)

    text = signed_in(clerk).get(page).content.decode()

    assert 'id="closed"' in text
    assert 'id="send"' not in text
    assert 'id="upload"' not in text


def test_a_report_that_was_sent_is_not_said_to_be_overdue(clerk, sent, signed_in, monkeypatch) -> None:
    monkeypatch.setenv("TONGKET_NOW", "2027-06-01T09:00:00+07:00")
    client = signed_in(clerk)
    client.cookies["tongket_language"] = "en"
    page = client.get(f"/submissions/{sent.pk}/").content.decode()

    assert "Overdue" not in page
    assert f"Sent to {sent.reports_to.called}" in page


def test_where_the_form_is_closed_no_workbook_is_asked_for(clerk, sent, signed_in) -> None:
    page = signed_in(clerk).get(f"/submissions/{sent.pk}/ways").content.decode()

    assert 'id="workbook"' in page
    assert 'id="upload-workbook"' not in page
    assert 'id="no-upload"' in page


def test_the_record_names_posts_in_one_language(clerk, submission, signed_in) -> None:
    client = signed_in(clerk)
    client.cookies["tongket_language"] = "en"

    client.post(f"/submissions/{submission.pk}/talk", {"place": "", "text": "Xin rà soát giúp."})

    assert Link.objects.latest("pk").post.startswith(role_name("clerk", "vi"))
