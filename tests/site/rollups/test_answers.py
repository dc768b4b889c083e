"""Answers in words: in no sum, listed by body beside the numbers, for those who may read the submissions."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import openpyxl
import pytest
from django.conf import settings

from site_makers import make_user
from tongket.model.programmes import Programme
from tongket.site.jobs.models import Job
from tongket.site.people.models import Role
from tongket.site.rollups import asking, exporting, finding, live, pivot, views
from tongket.site.rollups.asking import AS_REPORTED
from tongket.site.rollups.exporting import workbook_path
from tongket.site.rollups.reports import changes, snapshots, writing
from tongket.site.rollups.reports.changes import changes_since
from tongket.site.rollups.reports.keeping import from_json
from tongket.site.rollups.reports.services import freeze
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.models import Observation


@pytest.fixture
def told(asked, send, commune, other_commune, monkeypatch):
    """Two communes answered QT-01 in words, and QT-02 in numbers."""

    def changed(version) -> Programme:
        known = programme_of(version)
        kinds = {"QT-01": "text", "QT-05": "date"}
        indicators = (
            replace(one, kind=kinds[one.code], over_units="none") if one.code in kinds else one
            for one in known.indicators
        )
        return replace(known, indicators=tuple(indicators))

    for module in (asking, changes, exporting, finding, live, pivot, snapshots, views, writing):
        monkeypatch.setattr(module, "programme_of", changed)
    for body, text in (
        (commune, "Mô hình “Thôn đoàn kết”\n<b>ở bản Phjắc</b>"),
        (other_commune, "Chưa có mô hình nào."),
    ):
        send(body, {"QT-01": 0, "QT-02": 5, "QT-05": 20260427})
        Observation.objects.filter(indicator="QT-01", body=body.name).update(amount=None, text=text)
    return asked


@pytest.mark.parametrize(("by", "shown"), [("periods", 1), ("units", 3)])
def test_the_table_says_how_many_answered_in_words(told, consolidator, signed_in, by, shown) -> None:
    client = signed_in(consolidator)
    client.cookies["tongket_language"] = "en"
    page = client.get(f"/rollups/{told.pk}/?by={by}").content.decode()

    assert page.count(" in words</a>") == shown
    assert ">2 answers in words</a>" in page
    assert ">10</a>" in page


def test_the_answers_stand_by_body_with_the_way_to_each(told, consolidator, signed_in) -> None:
    client = signed_in(consolidator)
    page = client.get(f"/rollups/{told.pk}/number?indicator=QT-01&unit=ms").content.decode()
    one = client.get(f"/rollups/{told.pk}/number?indicator=QT-01&unit=ms-02").content.decode()

    assert "Mô hình “Thôn đoàn kết”<br>&lt;b&gt;ở bản Phjắc" in page
    assert page.count("/review") == 2
    assert "Chưa có mô hình nào." in one
    assert "Thôn đoàn kết" not in one


def test_who_may_not_read_the_submissions_learns_only_that_they_answered(told, province, signed_in) -> None:
    from tongket.site.rounds.models import Submission

    other = make_user("khac", province, Role.CONSOLIDATOR)  # without those below
    Submission.objects.filter(round=told).update(reports_to=told.submissions.first().body)
    page = signed_in(other).get(f"/rollups/{told.pk}/number?indicator=QT-01&unit=ms").content.decode()

    assert "UBND xã Nà Lầu" in page
    assert "Chưa có mô hình nào." not in page


def test_the_workbook_says_it_too(told, consolidator, signed_in, work_off) -> None:
    signed_in(consolidator).post(f"/rollups/{told.pk}/export?by=units")
    work_off()
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_path(Job.objects.get(kind="write-pivot")).read_bytes())).active
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]

    assert any(cell.startswith("2 ") for cell in cells)


def test_a_day_is_shown_as_a_day(told, consolidator, signed_in) -> None:
    page = signed_in(consolidator).get(f"/rollups/{told.pk}/?by=units").content.decode()

    assert page.count(">27/4/2026</a>") == 2
    assert "20.260.427" not in page


def test_the_report_has_them_in_an_appendix_and_sees_what_is_said_otherwise(
    told, consolidator, acting, signed_in, work_off, monkeypatch
) -> None:
    monkeypatch.setattr(writing, "find", lambda _: None)
    said = Observation.objects.get(indicator="QT-01", body="UBND xã Nà Lầu")
    Observation.objects.filter(pk=said.pk).update(text="Chưa có mô hình nào. Liên hệ ông trưởng thôn: 0900 000 012")
    made = freeze(acting(consolidator), told, AS_REPORTED)
    work_off()
    made.refresh_from_db()
    draft = from_json(made.draft)
    page = signed_in(consolidator).get(f"/rollups/reports/{made.pk}/").content.decode()
    words = docx.Document(settings.DATA.made / made.files["docx"])
    table = next(one for one in words.tables if "Nội dung trả lời" in one.rows[0].cells[-1].text)

    assert [row.cells[2].text for row in table.rows][1:] == [
        "Mô hình “Thôn đoàn kết”\n<b>ở bản Phjắc</b>",
        "Chưa có mô hình nào. Liên hệ ông trưởng thôn: •••• ••• •12",
    ]
    assert "Mô hình “Thôn đoàn kết”<br>&lt;b&gt;ở bản Phjắc" in page
    assert changes_since(made.snapshot, draft).count == 0

    row = said.submission
    Observation.objects.filter(pk=said.pk).update(revision=1)
    said.pk, said.revision, said.text = None, row.revision + 1, "Đã có 01 mô hình."
    said.save()
    row.revision, row.edition = row.revision + 1, row.edition + 1
    row.save()
    changed = changes_since(made.snapshot, draft)
    assert [one.quote.text.split(" Liên")[0] for one in changed.words] == ["Chưa có mô hình nào."]
    assert 'href="#t1"' in signed_in(consolidator).get(f"/rollups/reports/{made.pk}/").content.decode()
