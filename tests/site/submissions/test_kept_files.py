"""A file is where its row says, whatever fails between the two, and is wiped only where nothing else stands on it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from test_reading import BODY, HEAD, upload_of
from test_ways_attachments import attach

from tongket.errors import ReadError
from tongket.site.jobs.models import Job
from tongket.site.records.models import Link
from tongket.site.rounds import files
from tongket.site.rounds.models import RoundFile
from tongket.site.submissions.models import Upload
from tongket.site.submissions.services import attachments, reading, uploading
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.purging import purge
from tongket.site.submissions.services.uploading import kept_path, receive, refuse, waiting_path


def test_what_the_law_demands_erased_does_not_wipe_the_letter_of_the_request(
    clerk, consolidator, submission, acting, signed_in, django_capture_on_commit_callbacks
) -> None:
    letter = files.keep_file(acting(consolidator), SimpleUploadedFile("van-ban.txt", b"Noi dung"), "request", "letter")
    RoundFile.objects.filter(pk=letter.pk).update(round=submission.round)
    attach(signed_in(clerk), submission, django_capture_on_commit_callbacks, "Noi dung", "van-ban.txt")
    with django_capture_on_commit_callbacks(execute=True):
        purge(submission.pk, "Quyết định số 12/QĐ-UBND")

    assert files.path_of(letter).exists()


def test_a_file_waits_until_its_row_says_that_it_is_kept(
    clerk, submission, acting, signed_in, monkeypatch, django_capture_on_commit_callbacks
) -> None:
    def locked(*_: object) -> None:
        raise ReadError("locked", "unlock it")

    monkeypatch.setattr(attachments, "open_source", locked)
    attach(signed_in(clerk), submission, django_capture_on_commit_callbacks)
    upload = Upload.objects.get()

    def cut_off() -> None:
        with transaction.atomic():
            attachments.vouch(acting(clerk), submission, upload.pk)
            raise MemoryError

    with pytest.raises(MemoryError):
        cut_off()
    upload.refresh_from_db()

    assert (upload.state, waiting_path(upload).exists()) == ("held", True)
    with django_capture_on_commit_callbacks(execute=True):
        attachments.vouch(acting(clerk), submission, upload.pk)
    upload.refresh_from_db()
    assert (upload.state, kept_path(upload).exists(), waiting_path(upload).exists()) == ("kept", True, False)


def test_that_it_is_refused_stands_in_the_record_or_not_at_all(clerk, submission, acting, monkeypatch) -> None:
    upload = receive(acting(clerk), SimpleUploadedFile("a.txt", b"x"), Upload.Kind.ATTACHMENT, submission)

    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(uploading, "record", full)
    with pytest.raises(MemoryError):
        refuse(acting(clerk), upload, ReadError("damaged", "save it again"))

    assert Upload.objects.get().state == "waiting"


def test_an_attachment_never_waits_for_work_that_nobody_does(clerk, submission, acting, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(attachments, "start", full)
    with pytest.raises(MemoryError):
        attachments.attach(acting(clerk), submission, SimpleUploadedFile("a.txt", b"x"))

    assert (Upload.objects.count(), Job.objects.count(), Link.objects.filter(action="upload").count()) == (0, 0, 0)


def test_what_is_erased_while_it_is_read_stays_erased(clerk, submission, acting, monkeypatch) -> None:
    upload, real = upload_of(acting(clerk), submission, HEAD + BODY), reading.observations_in

    def erased_meanwhile(*told):
        purge(submission.pk, "Quyết định số 12/QĐ-UBND")
        return real(*told)

    monkeypatch.setattr(reading, "observations_in", erased_meanwhile)
    with pytest.raises(SubmissionError):
        reading.take_report(acting(clerk), upload)
    upload.refresh_from_db()

    assert (upload.state, upload.report, submission.values.count()) == ("refused", None, 0)


@pytest.mark.parametrize("name", ["bao-cao.docm", "bao-cao.mht", "trang.htm", "anh.webp", "bieu.xlsm"])
def test_what_the_library_reads_is_taken(name: str, clerk, submission, acting) -> None:
    assert receive(acting(clerk), SimpleUploadedFile(name, b"x"), Upload.Kind.ATTACHMENT, submission).name == name


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("phim.mp4", b"\0" * 40, "files of this kind"),
        ("anh.heic", b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
        ("thu.eml", b"To: a@mau-son.example\nMIME-Version: 1.0\n\nXin gui", "a mail"),
        ("nen.rar", b"Rar!\x1a\x07\x00", ".zip"),
    ],
)
def test_a_kind_that_no_report_has_is_called_what_it_is(name, data, said, clerk, submission, acting) -> None:
    with pytest.raises(SubmissionError) as refused:
        receive(acting(clerk), SimpleUploadedFile(name, data), Upload.Kind.ATTACHMENT, submission)
    assert said in refused.value.message("en")
