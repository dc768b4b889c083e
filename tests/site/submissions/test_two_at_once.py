"""Two tabs, two people, a job beside a person, a line that is cut: nothing is overwritten unseen, nothing is lost."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from tongket.model.findings import Finding
from tongket.model.places import ObservationKey
from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import StoredFinding, Value
from tongket.site.submissions.services import reviewing, sending, uploading
from tongket.site.submissions.services.checking import Checked
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import Typed, save_values
from tongket.site.submissions.services.reading import _keep_findings, stored, take_report
from tongket.site.submissions.services.sending import send
from tongket.site.submissions.services.uploading import receive

PLACE = ValuePlace("QT-01", "", "area")
REPORT = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ LŨNG ẲNG\tĐộc lập - Tự do - Hạnh phúc
Số: 45/BC-UBND\tLũng Ẳng, ngày 10 tháng 11 năm 2026

BÁO CÁO
Sơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021 của Ban Thường vụ Tỉnh ủy về đổi mới công tác dân vận

I. KẾT QUẢ
1. Công tác quán triệt
Đã tổ chức 21 hội nghị quán triệt, tuyên truyền Chỉ thị, thu hút 1.250 lượt người tham dự. Trong đó tổ chức riêng 12 hội
nghị; lồng ghép 9 hội nghị.
"""


def key(indicator: str) -> ObservationKey:
    return ObservationKey(indicator, "", "ms-01", "area", "2026-01-01/2026-12-31", "UBND xã Lũng Ẳng")


@pytest.fixture
def uploaded(clerk, submission, acting):
    """An upload of a report, waiting to be read."""

    def upload(text: str = REPORT):
        return receive(acting(clerk), SimpleUploadedFile("bao-cao.txt", text.encode()), "report", submission)

    return upload


def test_what_was_saved_already_is_no_conflict_however_it_was_written(fill, clerk, submission, acting) -> None:
    """The answer to the first saving was lost on the line: '1234' was saved, and is shown as '1.234'."""
    fill(**{"QT-01": "1234"})

    (again,) = save_values(acting(clerk), submission, [Typed(PLACE, "1234", 0)])

    assert (again.state, again.shown) == ("saved", "1.234")


def test_another_number_beside_what_was_saved_is_a_conflict(fill, clerk, submission, acting) -> None:
    fill(**{"QT-01": "1234"})

    (again,) = save_values(acting(clerk), submission, [Typed(PLACE, "1235", 0)])

    assert (again.state, Value.objects.get().amount) == ("conflict", 1234)


def test_a_report_that_is_read_after_sending_fills_nothing_in(clerk, submission, acting, fill, uploaded) -> None:
    upload = uploaded()
    fill(**{"QT-01": "12"})
    send(acting(clerk), submission, 1)
    upload.refresh_from_db()

    with pytest.raises(SubmissionError) as refused:
        take_report(acting(clerk), upload)

    assert "sent" in refused.value.what
    assert Value.objects.count() == 1


def test_a_report_fills_only_the_cells_that_were_returned(approver, clerk, submission, acting, uploaded) -> None:
    take_report(acting(clerk), uploaded())
    send(acting(clerk), submission, 1)
    submission.refresh_from_db()
    place = str(ValuePlace("QT-04", "", "area"))
    returned = [reviewing.Returned(place, "Số này chưa khớp với danh sách.")]
    reviewing.return_places(acting(approver), submission, submission.edition, returned, dt.date(2026, 11, 20))
    submission.refresh_from_db()

    upload = uploaded(REPORT.replace("1.250", "1.260").replace("riêng 12", "riêng 14").replace("ghép 9", "ghép 7"))
    take_report(acting(clerk), upload)

    amounts = dict(Value.objects.values_list("indicator", "amount"))
    assert (amounts["QT-04"], amounts["QT-01"], amounts["QT-02"]) == (1260, 12, 9)


def test_a_value_that_a_report_took_back_keeps_its_versions(clerk, submission, acting, uploaded) -> None:
    """Else a page that showed the value of the first report would overwrite what was typed since."""
    take_report(acting(clerk), uploaded())
    take_report(acting(clerk), uploaded(REPORT.replace(", thu hút 1.250 lượt người tham dự", "")))
    place = ValuePlace("QT-04", "", "area")
    emptied = Value.objects.get(indicator="QT-04")
    assert (emptied.status, emptied.amount, emptied.version) == ("missing", None, 2)

    (late,) = save_values(acting(clerk), submission, [Typed(place, "1.300", 1)])

    assert late.state == "conflict"


def test_what_is_typed_between_check_and_sending_is_checked(clerk, submission, acting, fill, monkeypatch) -> None:
    if connection.vendor == "postgresql":
        pytest.skip("there it is checked with the form's row locked: nobody types between")
    fill(**{"QT-01": "12"})
    check, done = sending.checked_form, []

    def check_then_type(form, **told) -> Checked:
        checked = check(form, **told)
        if not done:
            done.append(fill(**{"QT-02": "12o"}))
        return checked

    monkeypatch.setattr(sending, "checked_form", check_then_type)
    with pytest.raises(SubmissionError) as refused:
        send(acting(clerk), submission, 1)

    assert refused.value.facts == {"count": 1}


def test_the_form_and_the_report_may_find_the_same(clerk, submission, acting, uploaded) -> None:
    take_report(acting(clerk), uploaded())
    upload = submission.uploads.get()
    found = Finding("sum-mismatch", "error", key("QT-03"), "", {"said": 21, "sum": 22})
    stored(submission, found, None, 0).save()

    _keep_findings(submission, upload, [found])

    assert StoredFinding.objects.filter(kind="sum-mismatch").count() == 1


def test_two_cells_with_the_same_numbers_are_two_findings(submission) -> None:
    facts = {"before": 10, "now": 1000}
    marks = {
        stored(submission, Finding("period-jump", "error", key(code), "", facts), None, 0).mark
        for code in ("QT-01", "QT-02")
    }

    assert len(marks) == 2


def test_a_file_whose_keeping_was_cut_off_is_kept_the_next_time(
    uploaded, monkeypatch, django_capture_on_commit_callbacks
) -> None:
    upload = uploaded()

    def die(*_args, **_kwargs) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(type(upload), "save", die)
        with pytest.raises(RuntimeError):
            uploading.keep(upload)
    upload.refresh_from_db()

    with django_capture_on_commit_callbacks(execute=True):
        uploading.keep(upload)

    assert uploading.path_of(upload).read_text("utf-8") == REPORT
    assert not uploading.waiting_path(upload).exists()


def test_a_full_disk_is_said_in_words(clerk, submission, acting, monkeypatch) -> None:
    import errno

    class Full(SimpleUploadedFile):
        def chunks(self, chunk_size=None):
            yield b"half"
            raise OSError(errno.ENOSPC, "no room")

    with pytest.raises(SubmissionError) as refused:
        receive(acting(clerk), Full("bao-cao.txt", b"whole"), "report", submission)

    assert "full" in refused.value.what
    assert not submission.uploads.exists()
