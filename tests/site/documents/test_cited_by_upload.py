"""From an uploaded report to the registry: what it cites is proposed, and a person confirms it."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from submissions.test_reading import BODY, HEAD

from site_makers import make_user
from tongket.site.documents.models import Document
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK
from tongket.site.people.models import Role

CITING = (
    "Xã đã ban hành Kế hoạch số 41/KH-UBND ngày 20/11/2023 của Ủy ban nhân dân xã để thực hiện Chỉ thị số 06-CT/TU."
)


def work_off() -> None:
    while job := Job.objects.filter(state="waiting").order_by("pk").first():
        run(job, WORK)
        job.refresh_from_db()
        assert job.state == "done", job.error


def test_what_an_uploaded_report_cites_waits_to_be_confirmed(submission, clerk, consolidator, signed_in) -> None:
    text = (HEAD + BODY + CITING + "\n").encode()
    below, above = signed_in(clerk), signed_in(consolidator)
    assert "data-document=" not in above.get("/documents/?only=proposed").content.decode()
    file = SimpleUploadedFile("bao-cao.txt", text)
    assert below.post(f"/submissions/{submission.pk}/report", {"file": file}).status_code == 302
    work_off()
    plan = Document.objects.get(symbol="41/KH-UBND")
    page = above.get("/documents/?only=proposed").content.decode()

    assert f'data-document="{plan.pk}"' in page
    assert (plan.confirmed, plan.date) == (False, "2023-11-20")
    assert "41/KH-UBND" in above.get(f"/documents/{plan.pk}/").content.decode()
    assert above.post(f"/documents/{plan.pk}/confirm", {"edition": plan.edition}).status_code == 302
    assert f'data-document="{plan.pk}"' not in above.get("/documents/?only=proposed").content.decode()
    assert f'data-document="{plan.pk}"' in above.get("/documents/?only=confirmed").content.decode()


def test_its_words_are_shown_to_those_who_may_see_the_report(
    submission, clerk, consolidator, province, signed_in
) -> None:
    file = SimpleUploadedFile("bao-cao.txt", (HEAD + BODY + CITING + "\n").encode())
    signed_in(clerk).post(f"/submissions/{submission.pk}/report", {"file": file})
    work_off()
    address = f"/documents/{Document.objects.get(symbol='41/KH-UBND').pk}/"
    beside = signed_in(make_user("canbo-tinh", province, Role.CLERK))

    assert [one.get(address).context["cited"] for one in (signed_in(consolidator), beside)] == [1, 0]
