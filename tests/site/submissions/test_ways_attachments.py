"""Attachments: added until the report is sent, looked at for secrecy marks, and taken off."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from site_makers import TODAY
from tongket.errors import ReadError
from tongket.site.interface.clock import now
from tongket.site.records.models import Link
from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import Revision, Upload
from tongket.site.submissions.services import attachments
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.reviewing import Returned, ask_reopen, decide_reopen, return_places
from tongket.site.submissions.services.sending import send
from tongket.site.submissions.services.uploading import kept_path, waiting_path


def attach(client, submission, capture, text: str = "Danh sách hội nghị", name: str = "danh-sach.txt"):
    with capture(execute=True):
        return client.post(f"/submissions/{submission.pk}/attach", {"file": SimpleUploadedFile(name, text.encode())})


def test_a_file_is_attached_and_sent_with_the_report(
    clerk, submission, fill, acting, signed_in, django_capture_on_commit_callbacks
) -> None:
    client = signed_in(clerk)
    attach(client, submission, django_capture_on_commit_callbacks)
    upload = Upload.objects.get()
    fill(**{"QT-01": "12"})
    send(acting(clerk), submission, 1)

    assert upload.state == "kept"
    assert 'data-state="kept"' in client.get(f"/submissions/{submission.pk}/ways").content.decode()
    assert Revision.objects.get().attachments == [
        {"name": "danh-sach.txt", "sha256": upload.sha256, "size": upload.size}
    ]
    assert attach(client, submission, django_capture_on_commit_callbacks).status_code == 422


def test_a_marked_file_is_wiped_and_says_so(clerk, submission, signed_in, django_capture_on_commit_callbacks) -> None:
    client = signed_in(clerk)
    attach(client, submission, django_capture_on_commit_callbacks, "MẬT\n\nDanh sách\n")
    upload = Upload.objects.get()

    page = client.get(f"/submissions/{submission.pk}/attached").content.decode()
    assert (upload.state, upload.sha256) == ("refused", "")
    assert 'data-state="refused"' in page
    assert f'<p class="fielderror">{upload.name}' not in page  # the name stands beside it already


def test_what_is_taken_off_before_sending_leaves_nothing(
    clerk, submission, signed_in, django_capture_on_commit_callbacks
) -> None:
    client = signed_in(clerk)
    attach(client, submission, django_capture_on_commit_callbacks)
    upload = Upload.objects.get()
    path = kept_path(upload)
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/submissions/{submission.pk}/detach", {"upload": upload.pk})

    assert not Upload.objects.exists()
    assert not path.exists()


def test_what_was_sent_stays_with_its_revision(
    clerk, approver, submission, fill, acting, signed_in, django_capture_on_commit_callbacks
) -> None:
    client = signed_in(clerk)
    attach(client, submission, django_capture_on_commit_callbacks)
    upload = Upload.objects.get()
    fill(**{"QT-01": "12"})
    send(acting(clerk), submission, 1)
    submission.refresh_from_db()
    due = TODAY + dt.timedelta(days=3)
    return_places(acting(approver), submission, submission.edition, [Returned("", "Bổ sung danh sách.")], due)
    submission.refresh_from_db()
    client.post(f"/submissions/{submission.pk}/detach", {"upload": upload.pk})
    upload.refresh_from_db()

    assert upload.removed
    assert kept_path(upload).exists()
    send(acting(clerk), submission, submission.edition)
    assert Revision.objects.get(number=2).attachments == []


@pytest.mark.parametrize("name", ["tep.zip", "tep.exe"])
def test_archives_and_programs_are_not_attached(
    clerk, submission, signed_in, name, django_capture_on_commit_callbacks
) -> None:
    assert attach(signed_in(clerk), submission, django_capture_on_commit_callbacks, name=name).status_code == 422
    assert not Upload.objects.exists()


@pytest.fixture
def locked_file(monkeypatch) -> None:
    """No program can look into what is attached."""

    def fails(*_: object) -> None:
        raise ReadError("locked", "unlock it")

    monkeypatch.setattr("tongket.site.submissions.services.attachments.open_source", fails)


def test_what_cannot_be_looked_into_is_held_until_a_person_has(
    clerk, submission, fill, acting, signed_in, locked_file, django_capture_on_commit_callbacks
) -> None:
    client = signed_in(clerk)
    attach(client, submission, django_capture_on_commit_callbacks, name="anh.pdf")
    upload = Upload.objects.get()
    fill(**{"QT-01": "12"})

    assert (upload.state, upload.sha256) == ("held", "")
    assert 'data-state="held"' in client.get(f"/submissions/{submission.pk}/attached").content.decode()
    assert client.get(f"/submissions/{submission.pk}/files/{upload.pk}").status_code == 404
    with pytest.raises(SubmissionError) as refused:
        send(acting(clerk), submission, 1)
    assert "anh.pdf" in refused.value.message()

    client.post(f"/submissions/{submission.pk}/vouch", {"upload": upload.pk})
    upload.refresh_from_db()
    assert (upload.state, kept_path(upload).exists()) == ("kept", True)
    link = Link.objects.get(chain=f"submission:{submission.pk}", action="vouch")
    assert link.post.startswith("Cán bộ tổng hợp")
    assert send(acting(clerk), submission, 1).attachments[0]["name"] == "anh.pdf"
    assert client.post(f"/submissions/{submission.pk}/vouch", {"upload": upload.pk}).status_code == 422


def test_what_is_held_is_taken_off_without_a_trace(
    clerk, submission, signed_in, locked_file, django_capture_on_commit_callbacks
) -> None:
    client = signed_in(clerk)
    attach(client, submission, django_capture_on_commit_callbacks)
    path = waiting_path(Upload.objects.get())
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/submissions/{submission.pk}/detach", {"upload": Upload.objects.get().pk})

    assert not path.exists()


def test_nothing_is_sent_while_a_file_is_still_looked_at(clerk, submission, fill, acting, signed_in) -> None:
    fill(**{"QT-01": "12"})
    signed_in(clerk).post(f"/submissions/{submission.pk}/attach", {"file": SimpleUploadedFile("a.txt", b"a")})

    with pytest.raises(SubmissionError) as refused:
        send(acting(clerk), submission, 1)
    assert "a.txt" in refused.value.message()


def test_where_single_cells_were_reopened_files_stay_as_they_were_sent(
    clerk, approver, sent, acting, signed_in, django_capture_on_commit_callbacks
) -> None:
    asked = ask_reopen(acting(clerk), sent, "Tính thiếu một hội nghị.", ["value:QT-01/@area"])
    until = now() + dt.timedelta(hours=1)
    decide_reopen(acting(approver), asked, sent.edition, granted=True, until=until)

    assert attach(signed_in(clerk), sent, django_capture_on_commit_callbacks).status_code == 422
    assert not Upload.objects.exists()


@pytest.mark.parametrize("change", ["attach", "detach", "vouch"])
def test_what_is_sent_in_the_same_moment_stays_as_it_was_sent(
    clerk, submission, fill, acting, signed_in, change, django_capture_on_commit_callbacks
) -> None:
    attach(signed_in(clerk), submission, django_capture_on_commit_callbacks)
    upload, seen_before = Upload.objects.get(), Submission.objects.get(pk=submission.pk)
    fill(**{"QT-01": "12"})
    send(acting(clerk), submission, 1)
    asked = SimpleUploadedFile("khac.txt", b"x") if change == "attach" else upload.pk

    with pytest.raises(SubmissionError) as refused:
        getattr(attachments, change)(acting(clerk), seen_before, asked)
    assert refused.value.what == attachments.CLOSED
    assert [one.removed for one in Upload.objects.all()] == [None]
