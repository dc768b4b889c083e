"""A Word report fills the form; each value stands with its sentence, and what was typed stays."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from site_makers import TODAY
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.services import start
from tongket.site.jobs.work import WORK
from tongket.site.submissions.models import StoredFinding, Upload, Value
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.reading import take_report, upload_report
from tongket.site.submissions.services.reviewing import Returned, return_places
from tongket.site.submissions.services.sending import send
from tongket.site.submissions.services.uploading import kept_path, receive, waiting_path

HEAD = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ LŨNG ẲNG\tĐộc lập - Tự do - Hạnh phúc
Số: 45/BC-UBND\tLũng Ẳng, ngày 10 tháng 11 năm 2026

BÁO CÁO
Sơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021 của Ban Thường vụ Tỉnh ủy về đổi mới công tác dân vận

"""
BODY = """I. KẾT QUẢ
1. Công tác quán triệt
Đã tổ chức 21 hội nghị quán triệt, tuyên truyền Chỉ thị, thu hút 1.250 lượt người tham dự. Trong đó tổ chức riêng 12 hội
nghị; lồng ghép 9 hội nghị.
"""


def do(job: Job) -> Job:
    """Run a job as the worker does."""
    run(Job.objects.get(pk=job.pk), WORK)
    return Job.objects.get(pk=job.pk)


def upload_of(actor, submission, text: str, name: str = "bao-cao.txt", kind: str = "report") -> Upload:
    return receive(actor, SimpleUploadedFile(name, text.encode()), kind, submission)


def test_a_report_fills_the_form_with_its_sentences(clerk, submission, acting) -> None:
    counts = take_report(acting(clerk), upload_of(acting(clerk), submission, HEAD + BODY))

    value = Value.objects.get(submission=submission, indicator="QT-04")
    assert (value.amount, value.origin) == (1250, "read")
    assert "1.250 lượt người" in value.passage
    assert counts["filled"] >= 3


def test_what_was_typed_stays(clerk, submission, acting, fill) -> None:
    fill(**{"QT-04": "1.300"})
    take_report(acting(clerk), upload_of(acting(clerk), submission, HEAD + BODY))

    assert Value.objects.get(submission=submission, indicator="QT-04").amount == 1300


def test_a_second_report_fills_anew_what_the_first_filled(clerk, submission, acting) -> None:
    take_report(acting(clerk), upload_of(acting(clerk), submission, HEAD + BODY))
    take_report(acting(clerk), upload_of(acting(clerk), submission, HEAD + BODY.replace("1.250", "1.260")))

    assert Value.objects.get(submission=submission, indicator="QT-04").amount == 1260


def test_a_report_of_another_unit_is_refused_and_wiped(clerk, submission, acting) -> None:
    upload = upload_of(acting(clerk), submission, (HEAD + BODY).replace("LŨNG ẲNG", "NÀ LẦU"))
    job = do(start("read-report", {"upload": upload.pk}, acting(clerk)))
    upload.refresh_from_db()

    assert (job.state, job.error["facts"]["other"]) == ("failed", "xã Nà Lầu")
    assert upload.state == "refused"
    assert not waiting_path(upload).exists()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("vi", "bao-cao.txt: không nêu văn bản được thực hiện và không điền biểu mẫu nào"),
        ("en", "bao-cao.txt: names no directive, and fills in none of the programme&#x27;s forms"),
    ],
)
def test_why_a_report_answers_something_else_is_said_in_the_language_of_who_reads_it(
    clerk, submission, acting, signed_in, lang, said
) -> None:
    """The worker that reads it knows no language."""
    other = HEAD.partition("BÁO CÁO")[0] + "BÁO CÁO\nCông tác phòng cháy, chữa cháy\n\nĐã kiểm tra 5 cơ sở.\n"
    do(start("read-report", {"upload": upload_of(acting(clerk), submission, other).pk}, acting(clerk)))
    client = signed_in(clerk)
    client.cookies["tongket_language"] = lang

    assert said in client.get(f"/submissions/{submission.pk}/").content.decode()


def test_a_marked_document_is_wiped_and_nothing_of_it_kept(clerk, submission, acting) -> None:
    upload = upload_of(acting(clerk), submission, "MẬT\n" + HEAD + BODY)
    job = do(start("read-report", {"upload": upload.pk}, acting(clerk)))
    upload.refresh_from_db()

    assert (upload.state, upload.sha256, upload.report) == ("refused", "", None)
    assert not waiting_path(upload).exists()
    assert job.state == "failed"
    assert not Value.objects.exists()


def test_a_kept_file_lies_under_the_hash_of_its_bytes(
    clerk, submission, acting, django_capture_on_commit_callbacks
) -> None:
    upload = upload_of(acting(clerk), submission, HEAD + BODY)
    with django_capture_on_commit_callbacks(execute=True):
        take_report(acting(clerk), upload)
    upload.refresh_from_db()

    assert kept_path(upload).read_text("utf-8") == HEAD + BODY
    assert not waiting_path(upload).exists()


@pytest.mark.parametrize(("name", "text"), [("a.exe", "x"), ("a.docx", "")])
def test_what_is_no_report_is_refused_at_the_door(clerk, submission, acting, name, text) -> None:
    with pytest.raises(SubmissionError):
        upload_of(acting(clerk), submission, text, name)

    assert not Upload.objects.exists()


def test_findings_of_the_report_stand_with_the_submission(clerk, submission, acting) -> None:
    wrong = BODY.replace("21 hội nghị quán triệt", "31 hội nghị quán triệt")
    take_report(acting(clerk), upload_of(acting(clerk), submission, HEAD + wrong))

    assert StoredFinding.objects.filter(submission=submission).exclude(upload=None).exists()


def test_a_report_read_after_the_sending_belongs_to_no_later_revision(
    clerk, approver, submission, acting, fill, signed_in
) -> None:
    fill(**{"QT-01": "12"})
    late = upload_report(acting(clerk), submission, SimpleUploadedFile("sau.txt", (HEAD + BODY).encode()))
    job = Job.objects.get(kind="read-report")
    with pytest.raises(SubmissionError) as refused:
        send(acting(clerk), submission, 1)
    assert "sau.txt" in refused.value.message()

    Job.objects.filter(pk=job.pk).update(state="failed")  # its worker died three times
    assert send(acting(clerk), submission, 1).upload is None
    submission.refresh_from_db()
    places = [Returned("", "Bổ sung số liệu còn thiếu.")]
    return_places(acting(approver), submission, submission.edition, places, TODAY + dt.timedelta(days=3))
    Job.objects.filter(pk=job.pk).update(state="waiting")
    done = do(job)

    late.refresh_from_db()
    assert (done.state, late.state) == ("failed", "refused")
    assert not Value.objects.filter(indicator="QT-04").exists()
    submission.refresh_from_db()
    assert send(acting(clerk), submission, submission.edition).upload is None


def test_a_report_whose_reading_was_cut_off_goes_with_no_revision(clerk, submission, acting, fill, monkeypatch) -> None:
    fill(**{"QT-01": "12"})
    upload = upload_of(acting(clerk), submission, HEAD + BODY)

    def die(*_: object) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr("tongket.site.submissions.services.reading._keep_findings", die)
    with pytest.raises(RuntimeError):
        take_report(acting(clerk), upload)
    assert Upload.objects.get().state == "kept"

    assert send(acting(clerk), submission, 1).upload is None
