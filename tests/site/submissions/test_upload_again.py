"""A report that was refused, read or returned may be uploaded again: the form says where."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from submissions.test_reading import BODY, HEAD

from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK
from tongket.site.rounds.models import Submission
from tongket.site.submissions.services.reviewing import Returned, return_places


def upload(client, submission, name: str, text: str) -> str:
    """Upload a report and read it; the form as it is then."""
    client.post(f"/submissions/{submission.pk}/report", {"file": SimpleUploadedFile(name, text.encode())})
    for job in Job.objects.filter(state="waiting"):
        run(job, WORK)
    return client.get(f"/submissions/{submission.pk}/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_after_a_refused_file_another_can_be_chosen(clerk, submission, signed_in) -> None:
    text = upload(signed_in(clerk), submission, "mật.txt", "UBND XÃ LŨNG ẲNG\nMẬT\nSố: 1/BC-UBND\nBÁO CÁO\nVề việc\n")
    refused = text[text.index('id="refused"') : text.index("</p>", text.index('id="refused"'))]

    assert 'id="upload"' in text
    assert 'id="again"' not in text
    assert refused.count("mật.txt") == 1


@pytest.mark.django_db(transaction=True)
def test_after_a_report_was_read_a_newer_one_can_be_chosen(clerk, submission, signed_in) -> None:
    text = upload(signed_in(clerk), submission, "bc.txt", HEAD + BODY)

    assert text.index('id="again"') < text.index('id="upload"')


def test_who_got_the_report_back_can_upload_it_anew(clerk, submission, signed_in) -> None:
    Submission.objects.filter(pk=submission.pk).update(state="returned", revision=1)

    assert 'id="again"' in signed_in(clerk).get(f"/submissions/{submission.pk}/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_what_a_newer_report_filled_in_waits_to_be_confirmed_below_the_reasons(
    sent, clerk, approver, acting, signed_in
) -> None:
    until = sent.deadline + dt.timedelta(days=3)
    return_places(acting(approver), sent, sent.edition, [Returned("", "Bổ sung số liệu.")], until)
    text = upload(signed_in(clerk), sent, "bc.txt", HEAD + BODY)

    assert text.index('id="returned"') < text.index('id="read"')
