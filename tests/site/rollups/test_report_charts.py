"""Charts of a report: of frozen figures, in the Word file as described pictures with their data, chosen by a person."""

import datetime as dt
import io

import docx
import pytest

from site_makers import make_body
from tongket.site.records.models import Link
from tongket.site.rollups.asking import AS_REPORTED
from tongket.site.rollups.errors import RollupError, StaleReportError
from tongket.site.rollups.models import ReportDraft, Snapshot
from tongket.site.rollups.reports.keeping import from_json
from tongket.site.rollups.reports.services import MOST_CHARTS, add_chart, drop_chart, freeze
from tongket.site.rounds.models import Round

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("no_office")]  # each draws


@pytest.fixture
def report(asked, send, commune, other_commune, province, consolidator, acting, work_off) -> ReportDraft:
    """A report of two communes of three."""
    send(commune, {"QT-03": 5, "QT-04": 100, "DV-01/dtn": 10, "DV-01/hnd": 30, "DV-01": 40})
    send(other_commune, {"QT-03": 17, "QT-04": 300})
    third = make_body("xa-ba", "UBND xã Ba", province)
    asked.submissions.create(body=third, reports_to=province, due=asked.due)
    made = freeze(acting(consolidator), asked, AS_REPORTED)
    work_off()
    made.refresh_from_db()
    return made


def word(client, report: ReportDraft):
    answer = client.get(f"/rollups/reports/{report.pk}/file/docx")
    assert answer.status_code == 200
    return docx.Document(io.BytesIO(b"".join(answer.streaming_content)))


def test_a_report_begins_with_charts_of_its_leading_numbers(report, consolidator, signed_in) -> None:
    client = signed_in(consolidator)
    page = client.get(f"/rollups/reports/{report.pk}/").content.decode()
    file = word(client, report)

    assert [one["indicator"] for one in report.charts][:1] == ["QT-03"]
    assert [shape._inline.docPr.get("descr") for shape in file.inline_shapes] == [
        one["sentence"] for one in report.charts
    ]
    assert "17" in report.charts[0]["sentence"]
    assert any(one.text.startswith("Biểu đồ 1. ") for one in file.paragraphs)
    assert page.count('<svg role="img"') == len(report.charts)
    assert " style=" not in page


def test_the_text_points_at_the_appendix_of_charts(report, consolidator, signed_in) -> None:
    texts = [one.text for one in word(signed_in(consolidator), report).paragraphs]

    (pointing,) = [text for text in texts if "(Biểu đồ tại Phụ lục " in text]
    label = pointing.partition("(Biểu đồ tại ")[2].partition(" kèm theo")[0]
    assert label in texts
    assert all("Biểu đồ tại" not in one.text for one in from_json(report.draft).paragraphs)


def test_a_chart_shows_what_was_frozen(report, send, commune, consolidator, acting, work_off) -> None:
    send(commune, {"QT-03": 999})
    add_chart(acting(consolidator), report, 1, "QT-03", "heat")
    add_chart(acting(consolidator), report, 2, "QT-04", "bars")
    work_off()
    report.refresh_from_db()
    told = {(one["indicator"], one["kind"]): one for one in report.charts}

    assert ["xã Lũng Ẳng", "100"] in told["QT-04", "bars"]["rows"]
    assert "999" not in str(told["QT-03", "bars"])
    assert told["QT-03", "heat"] == {"indicator": "QT-03", "kind": "heat", "empty": True}  # one round alone


@pytest.fixture
def later(asked, send, commune, province, consolidator, acting, work_off) -> ReportDraft:
    """A report of 2027, where the commune says 8 after 5 in the year before."""
    send(commune, {"QT-03": 5, "QT-04": 50})
    after = Round.objects.create(
        name="Năm 2027", body=province, programme=asked.programme, state=asked.state, due=dt.date(2027, 12, 1),
        period_start=dt.date(2027, 1, 1), period_end=dt.date(2027, 12, 31),
    )  # fmt: skip
    submission = after.submissions.create(body=commune, reports_to=province, due=after.due)
    earlier = asked.submissions.get(body=commune)
    for one in earlier.observations.all():
        one.pk, one.submission, one.amount = None, submission, 8
        one.period_start, one.period_end = "2027-01-01", "2027-12-31"
        one.save()
    revision = earlier.revisions.get()
    revision.pk, revision.submission = None, submission
    revision.save()
    submission.revision, submission.state = 1, "sent"
    submission.save()
    made = freeze(acting(consolidator), after, AS_REPORTED)
    work_off()
    made.refresh_from_db()
    return made


def trend_of(report: ReportDraft, indicator: str) -> list[str]:
    report.refresh_from_db()
    (one,) = [one for one in report.charts if (one["indicator"], one["kind"]) == (indicator, "trend")]
    return [row[1].split()[0] for row in one["rows"]]


def test_a_trend_goes_back_over_earlier_rounds(later) -> None:
    assert trend_of(later, "QT-03") == ["5", "8"]


def test_a_trend_that_is_added_later_shows_the_rounds_before_as_they_were_frozen(
    later, send, commune, consolidator, acting, work_off
) -> None:
    send(commune, {"QT-03": 999, "QT-04": 999})  # the year before is corrected
    kinds = [one["kind"] for one in later.charts if one["indicator"] == "QT-04"]
    if "trend" not in kinds:
        add_chart(acting(consolidator), later, later.edition, "QT-04", "trend")
    place = next(at for at, one in enumerate(later.charts) if one["indicator"] == "QT-03")
    later.refresh_from_db()
    drop_chart(acting(consolidator), later, later.edition, place)
    later.refresh_from_db()
    add_chart(acting(consolidator), later, later.edition, "QT-03", "trend")
    work_off()

    assert trend_of(later, "QT-03") == ["5", "8"]
    assert trend_of(later, "QT-04") == ["50", "8"]


def test_figures_of_an_earlier_version_froze_no_rounds_before(later, send, commune, consolidator, acting, work_off):
    Snapshot.objects.update(series=None)
    place = next(at for at, one in enumerate(later.charts) if one["indicator"] == "QT-03")
    drop_chart(acting(consolidator), later, later.edition, place)
    send(commune, {"QT-03": 999})
    later.refresh_from_db()
    add_chart(acting(consolidator), later, later.edition, "QT-03", "trend")
    work_off()

    assert trend_of(later, "QT-03") == ["999", "8"]


def test_a_person_puts_charts_in_and_takes_them_out(report, consolidator, signed_in, work_off) -> None:
    client, address = signed_in(consolidator), f"/rollups/reports/{report.pk}/charts"
    number = len(report.charts)
    answer = client.post(address, {"edition": "1", "indicator": "DV-01", "kind": "share"})
    assert answer.status_code == 302
    work_off()
    report.refresh_from_db()
    assert report.charts[-1]["rows"][0][2] == "75%"
    assert len(word(client, report).inline_shapes) == number + 1
    client.post(address, {"edition": "2", "drop": "0"})
    work_off()
    report.refresh_from_db()

    assert len(word(client, report).inline_shapes) == number
    assert Link.objects.filter(chain=f"report:{report.pk}", action="edit-report").count() == 2


def test_what_cannot_be_is_refused_and_changes_nothing(report, consolidator, approver, acting, signed_in) -> None:
    actor, address = acting(consolidator), f"/rollups/reports/{report.pk}/charts"
    there = report.charts[0]
    for told in (("QT-03", "pie"), ("XX", "bars"), (there["indicator"], there["kind"])):
        with pytest.raises(RollupError):
            add_chart(actor, report, 1, *told)
    with pytest.raises(RollupError):
        drop_chart(actor, report, 1, len(report.charts))
    with pytest.raises(StaleReportError):
        add_chart(actor, report, 9, "QT-04", "bars")
    ReportDraft.objects.filter(pk=report.pk).update(charts=[there] * MOST_CHARTS)
    with pytest.raises(RollupError):
        add_chart(actor, report, 1, "QT-04", "bars")
    client = signed_in(consolidator)

    assert client.post(address, {"edition": "7", "indicator": "QT-04", "kind": "bars"}).status_code == 409
    assert client.post(address, {"edition": "1", "drop": "x"}).status_code == 422
    assert signed_in(approver).post(address, {"edition": "1", "drop": "0"}).status_code == 403
