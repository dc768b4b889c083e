"""The consolidated report: frozen, written in the background, edited by hand, downloaded, and followed afterwards."""

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tongket.programmes.drafting.naming import slug
from tongket.site.records.models import Link
from tongket.site.rollups.asking import AS_REPORTED
from tongket.site.rollups.errors import RollupError, StaleReportError
from tongket.site.rollups.models import ReportDraft
from tongket.site.rollups.reports import writing
from tongket.site.rollups.reports.changes import changes_since, sentence_at
from tongket.site.rollups.reports.changes_told import changes_told
from tongket.site.rollups.reports.keeping import edited, from_json, to_json
from tongket.site.rollups.reports.services import edit_paragraph, freeze
from tongket.site.rollups.reports.sheet import sheet_of
from tongket.site.rollups.reports.snapshots import frozen_observations
from tongket.site.rounds.programmes import programme_of

pytestmark = pytest.mark.usefixtures("no_office")


@pytest.fixture
def report(asked, send, commune, consolidator, acting, work_off) -> ReportDraft:
    """A report written while one of two communes had sent."""
    passage = "Đã tổ chức 25 hội nghị quán triệt."
    send(
        commune, {"QT-01": 25, "QT-02": 3, "QT-03": 28, "QT-04": 1200}, passage=passage, origin="read", source="a.docx"
    )
    made = freeze(acting(consolidator), asked, AS_REPORTED)
    work_off()
    made.refresh_from_db()
    return made


def test_nothing_is_written_where_nobody_has_sent(asked, consolidator, acting) -> None:
    with pytest.raises(RollupError):
        freeze(acting(consolidator), asked, AS_REPORTED)
    assert not ReportDraft.objects.exists()


def test_the_report_has_its_numbers_and_says_whose_they_are(report) -> None:
    draft = from_json(report.draft)

    assert report.state == "ready"
    assert any(one.indicator == "QT-01" and one.amount == 25 for one in draft.figures)
    assert any("1/2" in one.text for one in draft.paragraphs)


def test_a_draft_is_kept_and_read_back_whole(report) -> None:
    draft = from_json(report.draft)

    assert from_json(to_json(draft)) == draft


def test_a_snapshot_keeps_what_was_sent_then(report, send, commune) -> None:
    send(commune, {"QT-01": 99})

    assert {one.indicator: one.amount for one in frozen_observations(report.snapshot)}["QT-01"] == 25


def test_the_page_shows_live_figures_and_the_way_to_their_sentences(report, consolidator, signed_in) -> None:
    client = signed_in(consolidator)
    text = client.get(f"/rollups/reports/{report.pk}/").content.decode()
    figures = re.findall(r'class="live part-l[^"]*" href="([^"]*figure[^"]*)"', text)
    shown = [client.get(address).content.decode() for address in figures[:8]]

    assert any("Đã tổ chức 25 hội nghị quán triệt." in one for one in shown)
    assert " style=" not in text


def test_statements_of_the_page_are_few(report, consolidator, signed_in, django_assert_max_num_queries) -> None:
    client = signed_in(consolidator)
    with django_assert_max_num_queries(14):
        client.get(f"/rollups/reports/{report.pk}/")


def test_a_value_corrected_later_names_the_sentences_that_no_longer_hold(report, send, commune) -> None:
    draft = from_json(report.draft)
    assert changes_since(report.snapshot, draft).submissions == 0
    send(commune, {"QT-01": 30, "QT-02": 3, "QT-03": 28, "QT-04": 1200})
    changes = changes_since(report.snapshot, draft)

    assert changes.submissions == 1
    assert changes.bodies == (commune.called,)
    assert {one.figure.indicator for one in changes.figures} == {"QT-01"}
    assert all("25" in one.sentence for one in changes.figures if one.sentence)
    assert any(one.now.startswith("30") for one in changes.figures)


def test_what_changed_is_told_by_the_name_of_the_indicator_and_its_places(report, send, commune) -> None:
    draft = from_json(report.draft)
    send(commune, {"QT-01": 30, "QT-02": 3, "QT-03": 28, "QT-04": 1200})
    programme = programme_of(report.snapshot.round.programme)
    told = changes_told(changes_since(report.snapshot, draft), sheet_of(draft, {}), programme)

    assert {one.where for one in told} == {programme.indicator("QT-01").name}
    assert [one.address[:2] for one in told] == ["#p", "#t"], "the sentence; then the appendices, together"
    assert "25" in told[0].mend
    assert "Phụ lục" in told[1].mend


def test_the_chosen_number_says_what_it_is_now(report, send, commune, consolidator, signed_in) -> None:
    figure = next(one for one in from_json(report.draft).figures if one.indicator == "QT-01")
    page, client = f"/rollups/reports/{report.pk}/figure?key={figure.key}", signed_in(consolidator)
    assert "<b>30" not in client.get(page).content.decode()
    send(commune, {"QT-01": 30, "QT-02": 3, "QT-03": 28, "QT-04": 1200})
    assert "<b>30" in client.get(page).content.decode()


def test_a_paragraph_is_rewritten_against_the_edition_that_was_seen(report, consolidator, acting) -> None:
    actor = acting(consolidator)
    edit_paragraph(actor, report, 1, 2, "Câu do người viết.")
    with pytest.raises(StaleReportError):
        edit_paragraph(actor, report, 1, 2, "Câu khác.")
    report.refresh_from_db()

    assert (report.edits, report.edition) == ({"2": "Câu do người viết."}, 2)
    assert Link.objects.filter(chain=f"report:{report.pk}", action="edit-report").count() == 1


def test_the_word_file_holds_what_was_rewritten(report, consolidator, acting, signed_in, work_off) -> None:
    edit_paragraph(acting(consolidator), report, 1, 2, "Câu do người viết.")
    client = signed_in(consolidator)
    address = f"/rollups/reports/{report.pk}/file/docx"
    assert client.get(address).status_code == 404  # of the edition before
    work_off()
    answer = client.get(address)
    word = io.BytesIO(b"".join(answer.streaming_content))

    assert f'filename="tong-hop-{slug(report.snapshot.round.name, 60)}.docx"' in answer["Content-Disposition"]
    assert "Câu do người viết." in zipfile.ZipFile(word).read("word/document.xml").decode()


def test_an_empty_paragraph_is_left_out(report) -> None:
    draft = from_json(report.draft)

    assert len(edited(draft, {"0": ""}).paragraphs) == len(draft.paragraphs) - 1


def test_a_stale_edit_is_said_on_the_page_and_keeps_the_text(report, consolidator, signed_in) -> None:
    client = signed_in(consolidator)
    answer = client.post(
        f"/rollups/reports/{report.pk}/edit", {"place": "2", "edition": "7", "text": "Điều tôi đã gõ."}
    )

    assert answer.status_code == 409
    assert "Điều tôi đã gõ." in answer.content.decode()


@pytest.mark.parametrize("kind", ["exe", "edition", "pdf"])
def test_no_other_file_is_given_out(report, consolidator, signed_in, kind) -> None:
    assert signed_in(consolidator).get(f"/rollups/reports/{report.pk}/file/{kind}").status_code == 404


def test_an_approver_reads_and_does_not_write_and_a_clerk_sees_nothing(report, approver, clerk, signed_in) -> None:
    page, change = f"/rollups/reports/{report.pk}/", f"/rollups/reports/{report.pk}/edit"

    assert signed_in(approver).get(page).status_code == 200
    assert signed_in(approver).post(change, {"place": "0", "edition": "1"}).status_code == 403
    assert signed_in(approver).post(f"/rollups/{report.snapshot.round_id}/report").status_code == 403
    assert signed_in(clerk).get(page).status_code == 404


def test_the_button_freezes_and_leads_to_the_report(asked, send, commune, consolidator, signed_in) -> None:
    send(commune, {"QT-01": 25})
    answer = signed_in(consolidator).post(f"/rollups/{asked.pk}/report")

    assert answer.status_code == 302
    assert "reports/" in answer["Location"]


def test_a_sentence_is_found_around_its_figure() -> None:
    from tongket.model.drafts import DraftParagraph, Run

    one = DraftParagraph(
        "body", (Run("Đã họp "), Run("5", figure="a"), Run(" cuộc. Có "), Run("7", figure="b"), Run(" ý kiến."))
    )

    assert sentence_at(one, 1) == "Đã họp 5 cuộc."
    assert sentence_at(one, 3) == "Có 7 ý kiến."


@pytest.mark.slow
def test_the_worker_knows_all_kinds_of_work_from_the_routes() -> None:
    """It imports the routes alone: in a process of its own, as the worker is."""
    code = (
        "import django; django.setup(); import tongket.site.urls; from tongket.site.jobs.work import WORK;"
        "assert {'write-report', 'write-pivot', 'draw-charts'} <= set(WORK), WORK"
    )
    home = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=home)

    assert done.returncode == 0, done.stderr.decode()[-500:]


@pytest.mark.parametrize("place", ["", "-1", "x", "²", "9" * 30])
def test_a_place_that_is_no_number_changes_no_paragraph(report, consolidator, signed_in, place) -> None:
    client, told = signed_in(consolidator), {"place": place, "edition": "1", "text": "Câu khác."}

    assert client.post(f"/rollups/reports/{report.pk}/edit", told).status_code == 404
    assert client.get(f"/rollups/reports/{report.pk}/figure", {"place": place, "key": "-"}).status_code == 404
    assert client.get(f"/rollups/reports/{report.pk}/", {"edit": place}).status_code == 200
    report.refresh_from_db()
    assert report.edits == {}


def test_numbers_that_were_computed_are_no_slips_and_those_of_a_person_are(
    report, consolidator, acting, monkeypatch, work_off
) -> None:
    from tongket.model.findings import Finding
    from tongket.model.places import Span

    def found(source, _registry):
        places = [source.text.find(words) for words in ("hội nghị quán triệt, tuyên truyền Chỉ thị", "Tôi viết 3/10")]
        return [
            Finding("ratio-mismatch", "error", Span(at, at + 5), "", {"part": "3", "whole": "10"})
            for at in places
            if at >= 0
        ]

    monkeypatch.setattr(writing, "check_report", lambda report, registry: found(report.source, registry))
    edit_paragraph(acting(consolidator), report, 1, 2, "Tôi viết 3/10 xã, đạt 40%.")
    work_off()
    report.refresh_from_db()

    assert [one["kind"] for one in report.files["findings"]] == ["ratio-mismatch"]


def test_a_report_keeps_by_what_divided_units_are_shared_out(
    asked, send, commune, consolidator, signed_in, work_off
) -> None:
    send(commune, {"QT-01": 25})
    client = signed_in(consolidator)
    wanted = {"view": "apportioned", "as_of": "2026-12-31", "shared_by": "area"}
    address = client.post(f"/rollups/{asked.pk}/report", wanted)["Location"]
    work_off()
    made = ReportDraft.objects.get()

    assert (made.snapshot.view, made.snapshot.shared_by) == ("apportioned", "area")
    assert any("theo tỷ lệ diện tích" in one.text for one in from_json(made.draft).paragraphs)
    assert 'name="shared_by" value="area"' in client.get(address).content.decode()
