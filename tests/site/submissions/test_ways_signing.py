"""The signed copy: read, its signature checked without a network, and compared with what was sent."""

from __future__ import annotations

import io
import textwrap

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import SimpleSigner

from files.pdf_files import Say, Sheet, pdf
from site_makers import make_user
from tongket.site.demo.files import signed_by, signer_of
from tongket.site.jobs.models import Job
from tongket.site.people.models import Role
from tongket.site.records.models import Link
from tongket.site.submissions.models import SignedCopy, Upload
from tongket.site.submissions.services.signing import check_signature

TEXT = """\
I. KẾT QUẢ
1. Công tác quán triệt
Đã tổ chức {count} hội nghị quán triệt, tuyên truyền Chỉ thị. Trong đó tổ chức riêng 12 hội nghị; lồng ghép 9 hội nghị.
"""


def printed(count: int = 21, number: str = "45", body: str = "XÃ LŨNG ẲNG") -> bytes:
    """The report as a PDF."""
    title = "Sơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021 của Ban Thường vụ Tỉnh ủy về công tác dân vận"
    marks = [
        Say(60, 60, "ỦY BAN NHÂN DÂN", 12), Say(280, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12),
        Say(70, 76, body, 12), Say(330, 76, "Độc lập - Tự do - Hạnh phúc", 12),
        Say(60, 104, f"Số: {number}/BC-UBND", 12), Say(300, 104, "Lũng Ẳng, ngày 10 tháng 11 năm 2026", 12),
        Say(260, 140, "BÁO CÁO", 14),
    ]  # fmt: skip
    y = 160
    for line in [*textwrap.wrap(title, 75), "", *(TEXT.format(count=count).splitlines())]:
        for piece in textwrap.wrap(line, 75) or [""]:
            if piece:
                marks.append(Say(85, y, piece, 12))
            y += 18
    return pdf([Sheet(marks)])


@pytest.fixture(scope="module")
def office() -> tuple[SimpleSigner, bytes]:
    """(what signs for an office; its certificate as PEM)."""
    return signer_of("UBND xã Lũng Ẳng")


@pytest.fixture
def trusting(office):
    folder = settings.DATA.home / "trust"
    folder.mkdir(exist_ok=True)
    (folder / "own.pem").write_bytes(office[1])
    yield
    (folder / "own.pem").unlink()


@pytest.fixture
def officer(commune):
    return make_user("vanthu", commune, Role.RECORDS)


def add(client, submission, content: bytes, capture, name: str = "bao-cao-ky.pdf", **typed: str):
    file = SimpleUploadedFile(name, content, "application/pdf")
    told = {"number": "45", "symbol": "BC-UBND", "date": "2026-11-10", "file": file, **typed}
    with capture(execute=True):
        return client.post(f"/submissions/{submission.pk}/sign", told)


def test_a_copy_that_says_what_was_sent_has_no_differences(
    officer, sent, signed_in, django_capture_on_commit_callbacks
) -> None:
    client = signed_in(officer)
    answer = add(client, sent, printed(), django_capture_on_commit_callbacks)
    copy = SignedCopy.objects.get()

    assert answer.status_code == 302
    assert (copy.signature, copy.differences, copy.revision) == ("none", [], 1)
    sent.refresh_from_db()
    assert sent.signed_copy
    assert Link.objects.filter(chain=f"submission:{sent.pk}", action="sign").count() == 1
    for page in ("ways", "sent", ""):
        assert 'data-signature="none"' in client.get(f"/submissions/{sent.pk}/{page}").content.decode()


def test_what_differs_is_found(officer, approver, sent, signed_in, django_capture_on_commit_callbacks) -> None:
    add(signed_in(officer), sent, printed(count=22, number="46"), django_capture_on_commit_callbacks)
    found = {one["kind"]: one["facts"] for one in SignedCopy.objects.get().differences}

    assert found["number"] == {"entered": "45", "printed": "46"}
    assert (found["value"]["printed"], found["value"]["sent"]) == ("22", "21")
    page = signed_in(approver).get(f"/submissions/{sent.pk}/review").content.decode()
    assert 'data-signature="none"' in page
    assert "46" in page


def test_a_signature_is_there_and_not_checked(
    officer, sent, signed_in, office, django_capture_on_commit_callbacks
) -> None:
    content = signed_by(printed(), office[0])
    add(signed_in(officer), sent, content, django_capture_on_commit_callbacks)

    assert (SignedCopy.objects.get().signature, SignedCopy.objects.get().signer) == ("unchecked", "UBND xã Lũng Ẳng")


@pytest.mark.usefixtures("trusting")
def test_a_signature_that_the_office_trusts_is_verified(
    officer, sent, signed_in, office, django_capture_on_commit_callbacks
) -> None:
    content = signed_by(printed(), office[0])
    add(signed_in(officer), sent, content, django_capture_on_commit_callbacks)

    assert SignedCopy.objects.get().signature == "verified"


@pytest.mark.usefixtures("trusting")
def test_bytes_changed_after_signing_break_it(
    officer, sent, signed_in, office, django_capture_on_commit_callbacks
) -> None:
    content = signed_by(printed(), office[0]).replace(b"/ItalicAngle 0", b"/ItalicAngle 1", 1)
    add(signed_in(officer), sent, content, django_capture_on_commit_callbacks)

    assert SignedCopy.objects.get().signature == "broken"


@pytest.mark.parametrize(
    "typed", [{"number": "bốn lăm"}, {"symbol": ""}, {"date": "2031-01-01"}, {"date": "x"}, {"name": "a.docx"}]
)
def test_what_cannot_be_right_is_refused_and_typed_text_stays(
    officer, sent, signed_in, typed, django_capture_on_commit_callbacks
) -> None:
    answer = add(signed_in(officer), sent, printed(), django_capture_on_commit_callbacks, **typed)

    assert answer.status_code == 422
    assert not Upload.objects.filter(kind="signed").exists()


def test_the_copy_of_another_unit_is_refused_and_wiped(
    officer, sent, signed_in, django_capture_on_commit_callbacks
) -> None:
    client = signed_in(officer)
    add(client, sent, printed(body="XÃ NÀ LẦU"), django_capture_on_commit_callbacks)

    assert Job.objects.get(kind="take-signed").state == "failed"
    assert not SignedCopy.objects.exists()
    assert Upload.objects.get(kind="signed").state == "refused"
    assert 'id="signing"' in client.get(f"/submissions/{sent.pk}/ways").content.decode()


def test_nothing_is_signed_before_it_is_sent_and_by_no_clerk(
    officer, clerk, submission, signed_in, django_capture_on_commit_callbacks
) -> None:
    capture = django_capture_on_commit_callbacks

    assert add(signed_in(officer), submission, printed(), capture).status_code == 422
    assert add(signed_in(clerk), submission, printed(), capture).status_code == 403


def test_a_kept_copy_is_downloaded_by_those_who_see_it(
    officer, other_commune, sent, signed_in, django_capture_on_commit_callbacks
) -> None:
    client = signed_in(officer)
    add(client, sent, printed(), django_capture_on_commit_callbacks)
    address = f"/submissions/{sent.pk}/files/{Upload.objects.get(kind='signed').pk}"
    answer = client.get(address)

    assert b"".join(answer.streaming_content) == printed()
    assert answer["Content-Disposition"].startswith("attachment")
    assert signed_in(make_user("khac", other_commune, Role.CLERK)).get(address).status_code == 404


@pytest.mark.usefixtures("trusting")
def test_a_page_changed_behind_the_signature_breaks_it(office, tmp_path) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(signed_by(printed(), office[0])))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    writer.mark_update(page.container_ref)
    path = tmp_path / "changed.pdf"
    with path.open("wb") as file:
        writer.write(file)

    assert check_signature(path, settings.DATA.home / "trust")[0] == "broken"
