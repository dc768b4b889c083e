"""What the law demands erased is erased from frozen figures and reports too, and the backups that hold it are named."""

import sqlite3

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.db import connection

from site_makers import TODAY
from tongket.cli.office import purge as command
from tongket.site.jobs.models import Job
from tongket.site.people.models import Notice
from tongket.site.records.models import Content, Link
from tongket.site.records.verifying import verify
from tongket.site.rollups.asking import AS_REPORTED
from tongket.site.rollups.models import ReportDraft
from tongket.site.rollups.reports import writing
from tongket.site.rollups.reports.services import edit_paragraph, freeze
from tongket.site.rollups.reports.snapshots import frozen_observations
from tongket.site.submissions.services.reviewing import Returned, return_places
from tongket.site.work.purging import purge

REASON = "Quyết định số 12/QĐ-UBND"


pytestmark = pytest.mark.usefixtures("no_office")


@pytest.fixture
def report(asked, send, commune, other_commune, consolidator, acting, work_off) -> ReportDraft:
    """A report on two communes, one of which says 2525."""
    send(commune, {"QT-01": 2525}, passage="Đã tổ chức 2.525 hội nghị.", origin="read", source="a.docx")
    send(other_commune, {"QT-01": 3})
    made = freeze(acting(consolidator), asked, AS_REPORTED)
    work_off()
    made.refresh_from_db()
    return made


def test_frozen_figures_and_the_report_on_them_lose_its_values(
    report, commune, work_off, django_capture_on_commit_callbacks
) -> None:
    one = commune.submissions.get()
    Notice.objects.create(body=commune, message="x", url=f"/submissions/{one.pk}/")
    words = settings.DATA.made / report.files["docx"]
    assert (len(frozen_observations(report.snapshot)), words.exists()) == (2, True)
    assert "2.528" in str(report.draft)

    with django_capture_on_commit_callbacks(execute=True):
        done = purge(one.pk, REASON)
    work_off()

    report = ReportDraft.objects.select_related("snapshot").get(pk=report.pk)
    assert not words.exists()
    assert done.counts["snapshots"] == 1
    assert len(done.reports) == 1
    assert report.state == "ready"
    assert [value.amount for value in frozen_observations(report.snapshot)] == [3]
    assert "2.52" not in str(report.draft)
    assert str(one.pk) not in report.snapshot.revisions
    assert not Notice.objects.filter(url=f"/submissions/{one.pk}/").exists()
    assert Link.objects.get(chain=f"report:{report.pk}", action="erase-from-report").content.data.count(REASON) == 1
    assert verify().breaks == []


def test_another_submission_touches_no_report(report, other_commune) -> None:
    other_commune.submissions.update(state="open")
    before = report.edition
    report.snapshot.revisions = {}
    report.snapshot.save()
    purge(other_commune.submissions.get().pk, REASON)

    report.refresh_from_db()
    assert (report.edition, report.state) == (before, "ready")


def test_charts_over_its_round_lose_it_too(report, commune, work_off, django_capture_on_commit_callbacks) -> None:
    one, snapshot = commune.submissions.get(), report.snapshot
    snapshot.revisions, snapshot.series = {}, {str(one.round_id): {str(one.pk): 1}}
    snapshot.save()
    with django_capture_on_commit_callbacks(execute=True):
        done = purge(one.pk, REASON)

    snapshot.refresh_from_db()
    assert (done.counts["snapshots"], snapshot.series) == (1, {str(one.round_id): {}})


def test_what_was_read_of_its_files_is_forgotten(sent, clerk, acting) -> None:
    upload = sent.uploads.create(kind="report", name="a.docx", size=1, state="kept", sha256="a" * 64, body=sent.body)
    job = Job.objects.create(kind="read-report", argument={"upload": upload.pk}, error={"facts": {"name": "bí mật"}})
    look = Job.objects.create(
        kind="look-at-replies",
        argument={"round": sent.round_id},
        result={"rows": [{"submission": sent.pk, "name": "a"}, {"submission": 0, "name": "b"}]},
    )
    purge(sent.pk, REASON)

    job.refresh_from_db()
    look.refresh_from_db()
    assert job.error == {}
    assert look.result["rows"] == [{"submission": 0, "name": "b"}]


def test_the_command_names_the_backups_that_still_hold_it(sent, monkeypatch) -> None:
    monkeypatch.setattr("tongket.cli.office.open_site", lambda _data: None)
    old = settings.DATA.backups / "tongket-20260101-000000.zip"
    old.write_bytes(b"x")
    try:
        told = CliRunner().invoke(command, [str(sent.pk), "--reason", REASON])
    finally:
        old.unlink()

    assert told.exit_code == 0, told.output
    assert str(old) in told.output


@pytest.mark.django_db(transaction=True)
def test_nothing_of_it_is_left_in_the_pages_of_the_embedded_database(tmp_path, sent, fill) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL writes over its pages at VACUUM")
    word = "chữ-không-còn-ở-đâu-cả"
    sent.observations.update(passage=word * 20)
    copy = tmp_path / "copy.sqlite3"

    def holds() -> bool:
        with sqlite3.connect(copy) as other:
            connection.connection.backup(other)
        return word.encode() in copy.read_bytes()

    assert holds()
    purge(sent.pk, REASON)
    assert not holds()


def test_a_report_that_is_being_written_meanwhile_is_composed_anew(
    asked, send, commune, other_commune, consolidator, acting, work_off, monkeypatch, django_capture_on_commit_callbacks
) -> None:
    send(commune, {"QT-01": 2525})
    send(other_commune, {"QT-01": 3})
    made, real = freeze(acting(consolidator), asked, AS_REPORTED), writing.compose

    def purged_meanwhile(consolidation):
        monkeypatch.setattr(writing, "compose", real)
        with django_capture_on_commit_callbacks(execute=True):
            purge(commune.submissions.get().pk, REASON)
        return real(consolidation)

    monkeypatch.setattr(writing, "compose", purged_meanwhile)
    work_off()
    work_off()
    made.refresh_from_db()

    assert made.state == "ready"
    assert "2.52" not in str(made.draft)
    folder = settings.DATA.made / "reports" / str(made.pk)
    assert {path.name for path in folder.iterdir()} == {"so-lieu.xlsx", f"bao-cao-{made.edition}.docx"}


def test_what_people_wrote_into_the_report_is_in_no_record_any_more(report, commune, consolidator, acting) -> None:
    edit_paragraph(acting(consolidator), report, report.edition, 0, "Xã Lũng Ẳng tổ chức 2.525 hội nghị.")
    purge(commune.submissions.get().pk, REASON)

    told = Content.objects.filter(link__chain=f"report:{report.pk}").values_list("data", flat=True)
    assert "2.525" not in "".join(told)
    assert verify().breaks == []


def test_a_reason_that_was_erased_is_no_empty_quotation(sent, clerk, approver, acting, signed_in) -> None:
    return_places(acting(approver), sent, sent.edition, [Returned("", "Thiếu phụ lục.")], TODAY)
    purge(sent.pk, "Quyết định số 12/QĐ-UBND")
    client = signed_in(clerk)
    client.cookies["tongket_language"] = "en"
    page = client.get(f"/submissions/{sent.pk}/").content.decode()

    assert "the whole report (reason erased by law)" in page
