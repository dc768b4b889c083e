"""The bodies' own words in the consolidated report: from their uploads and from what they wrote by section."""

from pathlib import Path

import pytest
from django.conf import settings

from tongket.site.rollups.asking import AS_REPORTED
from tongket.site.rollups.reports.keeping import from_json
from tongket.site.rollups.reports.services import freeze
from tongket.site.rollups.reports.words import lines_of, words_of
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.models import Revision, Upload
from tongket.site.submissions.services.uploading import keep, waiting_path

SAMPLE = Path(__file__).parents[3] / "samples"
SHARED = "Một số chi hội sinh hoạt chưa đều, nội dung còn chậm đổi mới."


pytestmark = pytest.mark.usefixtures("no_office")


def written(submission, **sections: str) -> None:
    """What the body wrote into sections of the outline, as it was sent ('D_2' is the section D.2)."""
    told = {name.replace("_", "."): text for name, text in sections.items()}
    Revision.objects.filter(submission=submission, number=submission.revision).update(narrative=told)


def composed(acting, consolidator, asked, work_off):
    made = freeze(acting(consolidator), asked, AS_REPORTED)
    work_off()
    made.refresh_from_db()
    return from_json(made.draft), made


def test_lines_are_those_of_paragraphs_lists_and_tables() -> None:
    html = (
        "<p>Một <b>hai</b>.<br>Ba.</p><ul><li>Bốn</li><li>Năm</li></ul><table><tr><td>Sáu</td><td>7</td></tr></table>"
    )

    assert list(lines_of(html)) == ["Một hai.", "Ba.", "- Bốn", "- Năm", "Sáu; 7"]


def test_what_several_bodies_wrote_stands_once_with_their_names(
    asked, send, commune, other_commune, consolidator, acting, work_off
) -> None:
    for body in (commune, other_commune):
        written(send(body, {"QT-01": 5}), D_2=f"<p>{SHARED}</p>")
    draft, _ = composed(acting, consolidator, asked, work_off)

    (one,) = [one for one in draft.paragraphs if "sinh hoạt chưa đều" in one.text]
    assert "2 đơn vị: xã Lũng Ẳng, xã Nà Lầu" in one.text.replace("02", "2")
    assert [quote.file for quote in one.quotes] == ["UBND xã Lũng Ẳng/phần lời", "UBND xã Nà Lầu/phần lời"]


def test_words_of_a_section_without_evaluation_part_are_gathered_there(
    asked, send, commune, consolidator, acting, work_off
) -> None:
    said = "Xã đã thành lập ban chỉ đạo gồm mười hai thành viên, họp mỗi quý một lần."
    written(send(commune, {"QT-01": 5}), B_3=f"<p>{said}</p>")
    draft, _ = composed(acting, consolidator, asked, work_off)
    texts = [one.text for one in draft.paragraphs]
    at = next(place for place, text in enumerate(texts) if said.rstrip(".") in text)
    heading = next(one for one in reversed(draft.paragraphs[:at]) if one.kind == "heading")

    assert "Công tác phối hợp" in heading.text


def test_an_explicit_none_is_an_answer(asked, send, commune, other_commune, consolidator, acting, work_off) -> None:
    written(send(commune, {"QT-01": 5}), F="<p>Không.</p>")
    written(send(other_commune, {"QT-01": 5}))
    draft, _ = composed(acting, consolidator, asked, work_off)
    texts = [one.text for one in draft.paragraphs]

    assert any("ghi rõ “Không”: xã Lũng Ẳng" in text for text in texts)


def test_personal_data_in_what_was_written_shows_its_last_two_digits(
    asked, send, commune, consolidator, acting, work_off
) -> None:
    written(send(commune, {"QT-01": 5}), D_2="<p>Đề nghị liên hệ số điện thoại 0912345678 để được hướng dẫn thêm.</p>")
    draft, _ = composed(acting, consolidator, asked, work_off)
    said = "\n".join(f"{one.text}\n{one.comment}" for one in draft.paragraphs)

    assert "0912345678" not in said
    assert "78 để được hướng dẫn" in said


@pytest.fixture
def uploaded(commune, clerk, send):
    """The commune sent with its Word report; the text of it."""
    text = Path(__file__).with_name("bao-cao-xa.txt").read_bytes()

    def sent(**sections: str):
        one = send(commune, {"QT-01": 5})
        upload = Upload.objects.create(
            kind=Upload.Kind.REPORT, name="bao-cao.txt", size=len(text), submission=one, body=commune, user=clerk
        )
        settings.DATA.waiting.mkdir(parents=True, exist_ok=True)
        waiting_path(upload).write_bytes(text)
        keep(upload)
        Revision.objects.filter(submission=one).update(upload=upload)
        written(one, **sections)
        return one

    return sent


def test_the_words_of_an_uploaded_report_come_with_their_place(asked, uploaded, consolidator, acting, work_off) -> None:
    uploaded()
    draft, made = composed(acting, consolidator, asked, work_off)

    (one,) = [one for one in draft.paragraphs if "kinh phí hoạt động còn hạn hẹp" in one.text.lower()]
    assert one.quotes[0].file == "UBND xã Lũng Ẳng/bao-cao.txt"
    assert "bao-cao.txt, ký tự" in one.comment
    assert made.files["words"] == {"UBND xã Lũng Ẳng/bao-cao.txt": asked.submissions.get(revision=1).pk}


def test_what_is_written_by_hand_stands_for_the_same_section_of_the_upload(
    asked, uploaded, consolidator, acting, work_off
) -> None:
    uploaded(D_2=f"<p>{SHARED}</p>")
    draft, _ = composed(acting, consolidator, asked, work_off)
    texts = "\n".join(one.text.lower() for one in draft.paragraphs)

    assert "sinh hoạt chưa đều" in texts
    assert "kinh phí hoạt động còn hạn hẹp" not in texts
    assert "phối hợp giữa các đoàn thể ngày càng chặt chẽ" in texts  # its other parts stay


def test_only_the_revision_that_counts_speaks(asked, send, commune) -> None:
    first = send(commune, {"QT-01": 5})
    written(first, D_2=f"<p>{SHARED}</p>")
    send(commune, {"QT-01": 6})

    assert words_of({first.pk: 2}, programme_of(asked.programme)).reports == ()
    assert len(words_of({first.pk: 1}, programme_of(asked.programme)).reports) == 1


def test_words_that_a_body_takes_back_are_named_and_marked(
    asked, send, commune, other_commune, consolidator, acting, work_off, signed_in
) -> None:
    for body in (commune, other_commune):
        written(
            send(body, {"QT-01": 5}), D_2=f"<p>{SHARED}</p>", F="<p>Đề nghị tỉnh bổ sung kinh phí tập huấn cán bộ.</p>"
        )
    _, made = composed(acting, consolidator, asked, work_off)
    client = signed_in(consolidator)
    assert "unsaid" not in client.get(f"/rollups/reports/{made.pk}/").content.decode()
    kept = "<p>Đề nghị  tỉnh bổ sung kinh phí tập huấn <b>cán bộ</b>. Thêm một câu khác nữa ở đây.</p>"
    written(send(commune, {"QT-01": 5}), D_2="<p>Các chi hội nay đã sinh hoạt đều hằng tháng.</p>", F=kept)
    page = client.get(f"/rollups/reports/{made.pk}/").content.decode()

    assert page.count('class="work unsaid"') == 1
    assert '<span class="where">UBND xã Lũng Ẳng/phần lời</span>' in page
    assert '<span class="where">UBND xã Nà Lầu/phần lời</span>' not in page


def test_the_page_leads_from_gathered_words_to_each_body_and_its_submission(
    asked, send, commune, other_commune, consolidator, acting, work_off, signed_in
) -> None:
    first = send(commune, {"QT-01": 5})
    written(first, D_2=f"<p>{SHARED}</p>")
    written(send(other_commune, {"QT-01": 5}), D_2=f"<p>{SHARED}</p>")
    draft, made = composed(acting, consolidator, asked, work_off)
    client = signed_in(consolidator)
    place = next(place for place, one in enumerate(draft.paragraphs) if one.quotes)
    shown = client.get(f"/rollups/reports/{made.pk}/figure?place={place}").content.decode()

    assert f"figure?place={place}" in client.get(f"/rollups/reports/{made.pk}/").content.decode()
    assert shown.count(SHARED) == 2
    assert f'href="/submissions/{first.pk}/review' in shown
    assert client.get(f"/rollups/reports/{made.pk}/figure?place=0").status_code == 404


@pytest.mark.parametrize(("again", "unsaid"), [("Kinh phí hoạt động còn hạn hẹp, chưa đáp ứng", 1), (None, 0)])
def test_words_of_an_upload_hold_as_long_as_the_next_one_says_them(
    asked, uploaded, consolidator, acting, work_off, signed_in, again, unsaid
) -> None:
    first = uploaded()
    _, made = composed(acting, consolidator, asked, work_off)
    whole = Path(__file__).with_name("bao-cao-xa.txt").read_text("utf-8")
    uploaded()
    text = whole.replace(again, "Kinh phí nay đã đủ, đáp ứng") if again else whole
    upload = Upload.objects.filter(submission=first).latest("pk")
    upload.report = {"text": text}
    upload.save()
    Revision.objects.filter(submission=first, number=2).update(upload=upload)
    page = signed_in(consolidator).get(f"/rollups/reports/{made.pk}/").content.decode()

    assert page.count("work unsaid") == unsaid
